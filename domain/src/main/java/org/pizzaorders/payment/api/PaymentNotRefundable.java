package org.pizzaorders.payment.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainException;

/** Nothing was paid by that payment, so nothing can go back. */
public class PaymentNotRefundable extends DomainException {

    public PaymentNotRefundable(UUID id, PaymentStatus status) {
        super(
                Kind.CONFLICT,
                "PAYMENT_NOT_REFUNDABLE",
                "Payment " + id + " is " + status + ": only what is completed can be given back.");
    }
}
