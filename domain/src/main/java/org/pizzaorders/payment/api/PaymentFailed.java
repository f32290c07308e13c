package org.pizzaorders.payment.api;

import java.util.UUID;

/**
 * The payment was declined or given up. The order can be paid again.
 *
 * @param amount in minor units
 * @param failureReason the provider's code, such as {@code insufficient_funds}
 */
public record PaymentFailed(
        UUID paymentId, UUID orderId, long amount, String currency, PaymentMethod method, String failureReason)
        implements PaymentEvent {

    public PaymentFailed {
        AmountPaid.check(amount, currency, method);
    }
}
