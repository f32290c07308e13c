package org.pizzaorders.operations.api;

import java.time.Instant;

/**
 * A circuit breaker as one server instance has it: each counts its own calls; the override is common to all.
 *
 * @param service the service's schema, such as {@code payments}
 * @param name unique within the service, such as {@code provider} or {@code EMAIL}
 * @param calls how many of the last calls it judges by
 * @param failures how many of those failed
 * @param openedAt null unless it is open by itself
 * @param nextTrialAt when a call may go out again; null unless it is open by itself
 * @param lastError of the last call that failed, without personal data; null if none has
 * @param lastErrorAt null if none has
 */
public record BreakerView(
        String service,
        String name,
        BreakerState state,
        BreakerOverride override,
        int calls,
        int failures,
        Instant openedAt,
        Instant nextTrialAt,
        String lastError,
        Instant lastErrorAt) {}
