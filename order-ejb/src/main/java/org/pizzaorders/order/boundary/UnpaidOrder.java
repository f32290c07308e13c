package org.pizzaorders.order.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pizzaorders.order.control.PaymentDeadlines;

/** The transaction that asks about one order. Dying before it leaves the claim to its lease. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UnpaidOrder {

    @Inject
    PaymentDeadlines deadlines;

    public void ask(UUID orderId) {
        deadlines.ask(orderId);
    }
}
