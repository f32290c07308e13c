package org.pizzaorders.operations.api;

import java.util.List;

/** The circuit breakers of one service, as this server instance has them. Overrides hold on every instance. */
public interface Breakers {

    /** All of them, by name. */
    List<BreakerView> breakers();

    /**
     * Forces a breaker, or gives it back to itself by {@link BreakerOverride#NONE}. Holds on this instance at once, on
     * the others within seconds, and until somebody changes it again, over restarts too. Leaves an audit row.
     *
     * @param reason why, for those who come later; not blank
     * @param by who wants it
     * @return the breaker after that
     * @throws BreakerNotFound if the service has none of that name
     * @throws org.pizzaorders.shared.InvalidInput if something is missing
     */
    BreakerView force(String name, BreakerOverride override, String reason, String by);
}
