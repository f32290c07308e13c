package org.pizzaorders.payment.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A payment that an operator should look at. It contains no personal data.
 *
 * @param amount in minor units
 * @param error the provider's last answer, such as {@code refund_failed: expired_or_canceled_card}
 * @param attempts finished calls to the provider
 * @param since when it got stuck
 * @param nextAttemptAt when the provider is asked again
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
        /** The provider does not know the payment, or charged another amount: we do not know whether it was paid. */
        CHARGE_UNKNOWN,
        /** The refund fails. */
        REFUND_FAILING
    }
}
