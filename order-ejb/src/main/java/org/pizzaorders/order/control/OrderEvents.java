package org.pizzaorders.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.entity.Order;

/** Publishes the steps of an order, in the transaction of the step. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OrderEvents {

    private static final Logger LOG = System.getLogger(OrderEvents.class.getName());

    @Inject
    OrderMessaging messaging;

    /**
     * @param event the event that the order has just returned
     */
    public void publish(Order order, OrderEvent event) {
        messaging.outbox().append(event, order.eventVersion());
        LOG.log(Level.DEBUG, "Order {0} is {1}", order.id(), order.status());
    }
}
