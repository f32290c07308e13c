package org.pizzaorders.payment.api;

import java.util.UUID;

/**
 * The money has been received.
 *
 * @param amount in minor units
 * @param providerReference the provider's id of the charge; null for cash
 */
public record PaymentCompleted(
        UUID paymentId, UUID orderId, long amount, String currency, PaymentMethod method, String providerReference)
        implements PaymentEvent {

    public PaymentCompleted {
        AmountPaid.check(amount, currency, method);
    }
}
