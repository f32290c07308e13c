package org.pizzaorders.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.entity.Order;

/** Tells others of an order's steps, in the transaction that takes them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OrderEvents {

    private static final Logger LOG = System.getLogger(OrderEvents.class.getName());

    @Inject
    OrderMessaging messaging;

    /** @param event the one that the order has just returned */
    public void tell(Order order, OrderEvent event) {
        messaging.outbox().append(event, order.eventVersion());
        LOG.log(Level.INFO, "Order {0} is {1}", order.id(), order.status());
    }
}
