package org.pizzaorders.operations.api;

import java.time.Instant;

/**
 * A circuit breaker as seen by one server instance. Each instance counts its own calls; the override is the same on
 * all.
 *
 * @param service the service's schema, such as {@code payments}
 * @param name unique within the service, such as {@code provider} or {@code EMAIL}
 * @param calls how many of the last calls are counted
 * @param failures how many of those failed
 * @param openedAt null unless it is open by itself
 * @param nextTrialAt when a call may go out again; null unless it is open by itself
 * @param lastError error of the last failed call, without personal data; null if none failed
 * @param lastErrorAt null if none failed
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
