package org.pizzaorders.payment.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainException;

/** Nothing can go back: nothing was paid by that payment, or the order that it pays for stands. */
public class PaymentNotRefundable extends DomainException {

    private PaymentNotRefundable(UUID id, String reason) {
        super(Kind.CONFLICT, "PAYMENT_NOT_REFUNDABLE", "Payment " + id + reason);
    }

    public static PaymentNotRefundable nothingPaid(UUID id, PaymentStatus status) {
        return new PaymentNotRefundable(id, " is " + status + ": only what is completed can be given back.");
    }

    /** Who gets the pizza pays for it: what was captured and not refunded is the total of the orders that stand. */
    public static PaymentNotRefundable orderStands(UUID id, UUID orderId) {
        return new PaymentNotRefundable(
                id, " pays for order " + orderId + ", which stands: cancel that, and the money goes back by itself.");
    }
}
