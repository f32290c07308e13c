package org.pizzaorders.order.api;

import org.pizzaorders.payment.api.PaymentMethod;

/**
 * How the customer wants to pay.
 *
 * @param token the provider's token for the card; null for cash. Secret: never log it.
 */
public record PaymentChoice(PaymentMethod method, String token) {

    @Override
    public String toString() {
        return "PaymentChoice[method=" + method + "]";
    }
}
