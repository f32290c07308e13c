package org.pizzaorders.payment.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainException;

/** There is no payment with that id. */
public class PaymentNotFound extends DomainException {

    public PaymentNotFound(UUID id) {
        super(Kind.NOT_FOUND, "PAYMENT_NOT_FOUND", "There is no payment " + id + ".");
    }
}
