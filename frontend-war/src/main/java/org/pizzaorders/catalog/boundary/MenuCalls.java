package org.pizzaorders.catalog.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import javax.sql.DataSource;
import org.pizzaorders.catalog.control.CatalogMessaging;
import org.pizzaorders.idempotency.ServiceCalls;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.shared.Service;

/** Adding pizzas with an idempotency key. */
@Stateless
@Local(IdempotentCalls.class)
public class MenuCalls extends ServiceCalls {

    @EJB
    CatalogMessaging messaging;

    public MenuCalls() {
        super(Service.CATALOG);
    }

    @Override
    protected DataSource connections() {
        return messaging.connections();
    }
}
