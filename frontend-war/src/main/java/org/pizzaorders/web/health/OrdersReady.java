package org.pizzaorders.web.health;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.pizzaorders.order.api.Orders;

/**
 * Orders can be taken: their database answers, and the menu's events have filled their price list. Before that every
 * pizza would be refused as unknown.
 */
@Readiness
@ApplicationScoped
public class OrdersReady implements HealthCheck {

    private static final System.Logger LOG = System.getLogger(OrdersReady.class.getName());

    @EJB
    Orders orders;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("orders").status(takesOrders()).build();
    }

    private boolean takesOrders() {
        try {
            return orders.takesOrders();
        } catch (RuntimeException e) {
            LOG.log(WARNING, "Orders cannot be taken: {0}", e.toString());
            return false;
        }
    }
}
