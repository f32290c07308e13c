package org.pizzaorders.operations.api;

import java.util.List;

/** The circuit breakers of one service, as seen by this server instance. Overrides hold on every instance. */
public interface Breakers {

    /** All of them, by name. */
    List<BreakerView> breakers();

    /**
     * Forces a breaker, or removes the override by {@link BreakerOverride#NONE}. Takes effect on this instance at once,
     * on the others within seconds. It stays, also over restarts, until somebody changes it. Writes an audit entry.
     *
     * @param reason why, for those who come later; not blank
     * @param by who makes the change
     * @return the breaker after that
     * @throws BreakerNotFound if the service has no breaker with that name
     * @throws org.pizzaorders.shared.InvalidInput if something is missing
     */
    BreakerView force(String name, BreakerOverride override, String reason, String by);
}
