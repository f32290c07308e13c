package org.pizzaorders.payment.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A payment as its owner sees it.
 *
 * @param amount in minor units
 * @param failureReason the provider's code, such as {@code insufficient_funds}; null unless it failed
 * @param providerReference the provider's id of the payment; null until it knows of it
 * @param refund how giving it back goes; null as long as nobody wanted it back
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
     * One call of the provider.
     *
     * @param number from 1
     * @param error null if it succeeded
     */
    public record Attempt(int number, AttemptOutcome outcome, String error, Instant at) {}

    /**
     * Giving it back, or what is left of it.
     *
     * @param status {@code PENDING} or {@code COMPLETED}
     * @param providerReference the provider's id of the refund; while {@code PENDING}, of one that is pending there too
     * @param attempts calls of the provider that came to an end
     * @param lastError what the last one that gave nothing back was refused for; null if none was, or once completed
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
