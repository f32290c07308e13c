package org.pizzaorders.payment.api;

import java.util.UUID;

/**
 * A request to pay an order whose payment failed.
 *
 * @param token the provider's token for the card; null for cash. Secret: never log it.
 */
public record PayOrder(UUID orderId, PaymentMethod method, String token) {

    @Override
    public String toString() {
        return "PayOrder[orderId=" + orderId + ", method=" + method + "]";
    }
}
