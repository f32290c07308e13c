package org.pizzaorders.payment.api;

import java.util.UUID;

/**
 * The money went back.
 *
 * @param amount in minor units
 * @param providerReference the provider's id of the refund; null for cash
 */
public record PaymentRefunded(
        UUID paymentId, UUID orderId, long amount, String currency, PaymentMethod method, String providerReference)
        implements PaymentEvent {

    public PaymentRefunded {
        AmountPaid.check(amount, currency, method);
    }
}
