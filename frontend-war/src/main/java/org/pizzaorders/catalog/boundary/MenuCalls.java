package org.pizzaorders.catalog.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import javax.sql.DataSource;
import org.pizzaorders.idempotency.ServiceCalls;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.messaging.Service;

/** Pizzas that are added under a key. */
@Stateless
@Local(IdempotentCalls.class)
public class MenuCalls extends ServiceCalls {

    @Resource(lookup = "jdbc/catalog")
    DataSource dataSource;

    public MenuCalls() {
        super(Service.CATALOG);
    }

    @Override
    protected DataSource dataSource() {
        return dataSource;
    }
}
