package org.pizzaorders.payment.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A payment as its owner sees it.
 *
 * @param amount in minor units
 * @param failureReason the provider's code, such as {@code insufficient_funds}; null unless it failed
 * @param providerReference the provider's id of the charge; null while there is none
 */
public record PaymentView(
        UUID id,
        UUID orderId,
        long amount,
        String currency,
        PaymentMethod method,
        PaymentStatus status,
        String failureReason,
        String providerReference,
        List<Attempt> attempts,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * One call of the provider.
     *
     * @param number from 1
     * @param error null if it succeeded
     */
    public record Attempt(int number, AttemptOutcome outcome, String error, Instant at) {}
}
