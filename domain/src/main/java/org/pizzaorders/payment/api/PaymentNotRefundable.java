package org.pizzaorders.payment.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainException;

/** The payment cannot be refunded: it is not completed, or its order is not cancelled. */
public class PaymentNotRefundable extends DomainException {

    private PaymentNotRefundable(UUID id, String reason) {
        super(Kind.CONFLICT, "PAYMENT_NOT_REFUNDABLE", "Payment " + id + reason);
    }

    public static PaymentNotRefundable nothingPaid(UUID id, PaymentStatus status) {
        return new PaymentNotRefundable(id, " is " + status + ": only a completed payment can be refunded.");
    }

    /**
     * A customer who gets the pizza pays for it: captured minus refunded is the total of all orders that are not
     * cancelled.
     */
    public static PaymentNotRefundable orderStands(UUID id, UUID orderId) {
        return new PaymentNotRefundable(
                id,
                " pays for order " + orderId
                        + ", which is not cancelled: cancel the order, and the payment is refunded automatically.");
    }
}
