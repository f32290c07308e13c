package org.pizzaorders.payment.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A payment as its owner sees it.
 *
 * @param amount in minor units
 * @param failureReason the provider's code, such as {@code insufficient_funds}; null unless it failed
 * @param providerReference the provider's id of the payment; null until the provider knows the payment
 * @param refund the state of the refund; null if there is none
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
        Refund refund,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * One call to the provider.
     *
     * @param number from 1
     * @param error null if it succeeded
     */
    public record Attempt(int number, AttemptOutcome outcome, String error, Instant at) {}

    /**
     * The refund of the payment, or of the rest of it.
     *
     * @param status {@code PENDING} or {@code COMPLETED}
     * @param providerReference the provider's id of the refund; while {@code PENDING}, that of a refund that is pending
     *     there too
     * @param attempts finished calls to the provider
     * @param lastError why the last unsuccessful call was refused; null if none was refused, or once completed
     * @param nextAttemptAt null once completed
     */
    public record Refund(
            long amount,
            String status,
            String providerReference,
            int attempts,
            String lastError,
            Instant nextAttemptAt) {}
}
