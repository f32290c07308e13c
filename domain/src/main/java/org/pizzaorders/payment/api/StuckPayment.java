package org.pizzaorders.payment.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A payment that an operator should look at. Nothing in it is of a person.
 *
 * @param amount in minor units
 * @param error what the provider said last, such as {@code refund_failed: expired_or_canceled_card}
 * @param attempts calls of the provider that came to an end
 * @param since when it got stuck
 * @param nextAttemptAt when it is asked again
 */
public record StuckPayment(
        UUID paymentId,
        UUID orderId,
        long amount,
        String currency,
        Trouble trouble,
        String error,
        int attempts,
        Instant since,
        Instant nextAttemptAt) {

    /** The kind of cursor that the list takes. */
    public static final String CURSOR = "stuck-payments";

    /** What is wrong. */
    public enum Trouble {
        /** The provider does not know it, or took another amount: whether it was paid is not known. */
        CHARGE_UNKNOWN,
        /** The money does not go back. */
        REFUND_FAILING
    }
}
