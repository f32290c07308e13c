package org.pizzaorders.payment.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainException;

/** An operator may not decide this about the payment, because the provider can still answer. */
public class PaymentNotDecidable extends DomainException {

    private PaymentNotDecidable(UUID id, String reason) {
        super(Kind.CONFLICT, "PAYMENT_NOT_DECIDABLE", "Payment " + id + reason);
    }

    public static PaymentNotDecidable providerKnows(UUID id) {
        return new PaymentNotDecidable(
                id,
                " is known to the provider: only for a payment that the provider does not know can an operator decide this.");
    }

    public static PaymentNotDecidable nothingGoesBack(UUID id) {
        return new PaymentNotDecidable(
                id, " has no failing refund: only a failing refund can be marked as refunded in another way.");
    }
}
