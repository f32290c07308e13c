package org.pizzaorders.payment.api;

import java.util.UUID;

/**
 * The wish to pay an order whose payment failed.
 *
 * @param token the provider's token for the card; null for cash. Secret: in no log.
 */
public record PayOrder(UUID orderId, PaymentMethod method, String token) {

    @Override
    public String toString() {
        return "PayOrder[orderId=" + orderId + ", method=" + method + "]";
    }
}
