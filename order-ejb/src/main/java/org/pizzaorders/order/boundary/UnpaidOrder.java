package org.pizzaorders.order.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pizzaorders.order.control.PaymentDeadlines;

/** The transaction that asks about one order. If the process dies before it, the claim ends with its lease. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UnpaidOrder {

    @Inject
    PaymentDeadlines deadlines;

    public void ask(UUID orderId) {
        deadlines.ask(orderId);
    }
}
