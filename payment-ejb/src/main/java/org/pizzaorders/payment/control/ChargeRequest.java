package org.pizzaorders.payment.control;

import java.util.UUID;
import org.pizzaorders.shared.Money;

/**
 * @param paymentId also the idempotency key
 * @param token the card, as the provider calls it. Secret: in no log
 */
public record ChargeRequest(UUID paymentId, UUID orderId, Money total, String token) {

    @Override
    public String toString() {
        return "ChargeRequest[paymentId=" + paymentId + ", orderId=" + orderId + "]";
    }
}
