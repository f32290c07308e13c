package org.pizzaorders.payment.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainException;

/** An operator may not decide that of this payment: the provider can still be asked. */
public class PaymentNotDecidable extends DomainException {

    private PaymentNotDecidable(UUID id, String reason) {
        super(Kind.CONFLICT, "PAYMENT_NOT_DECIDABLE", "Payment " + id + reason);
    }

    public static PaymentNotDecidable providerKnows(UUID id) {
        return new PaymentNotDecidable(
                id,
                " is for the provider to tell of: only of one that it does not know can it be said what became of it.");
    }

    public static PaymentNotDecidable nothingGoesBack(UUID id) {
        return new PaymentNotDecidable(
                id, " has no refund that fails: only such a one can be said to have gone back another way.");
    }
}
