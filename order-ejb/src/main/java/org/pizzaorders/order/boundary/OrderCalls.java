package org.pizzaorders.order.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import javax.sql.DataSource;
import org.pizzaorders.idempotency.ServiceCalls;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.messaging.Service;

/** Orders that are placed under a key. */
@Stateless
@Local(IdempotentCalls.class)
public class OrderCalls extends ServiceCalls {

    @Resource(lookup = "jdbc/orders")
    DataSource dataSource;

    public OrderCalls() {
        super(Service.ORDERS);
    }

    @Override
    protected DataSource dataSource() {
        return dataSource;
    }
}
