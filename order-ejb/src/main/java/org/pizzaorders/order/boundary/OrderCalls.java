package org.pizzaorders.order.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import javax.sql.DataSource;
import org.pizzaorders.idempotency.ServiceCalls;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.order.control.OrderMessaging;
import org.pizzaorders.shared.Service;

/** Placing orders with an idempotency key. */
@Stateless
@Local(IdempotentCalls.class)
public class OrderCalls extends ServiceCalls {

    @EJB
    OrderMessaging messaging;

    public OrderCalls() {
        super(Service.ORDERS);
    }

    @Override
    protected DataSource connections() {
        return messaging.connections();
    }
}
