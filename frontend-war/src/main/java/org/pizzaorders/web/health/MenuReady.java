package org.pizzaorders.web.health;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.pizzaorders.catalog.api.Menu;

/** The menu can be read from its database. */
@Readiness
@ApplicationScoped
public class MenuReady implements HealthCheck {

    private static final System.Logger LOG = System.getLogger(MenuReady.class.getName());

    @EJB
    Menu menu;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("menu");
        try {
            return response.withData("pizzas", menu.pizzas().size()).up().build();
        } catch (RuntimeException e) {
            LOG.log(WARNING, "The menu cannot be read: {0}", e.toString());
            return response.down().build();
        }
    }
}
