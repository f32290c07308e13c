package org.pizzaorders.web.health;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.pizzaorders.web.ops.Consumers;

/**
 * Shows the state of each consumer. Always up: a consumer that waits for a broker or a database is no reason to keep
 * customers from an instance that can take their orders. While the application starts there are none to look at.
 */
@Readiness
@ApplicationScoped
public class ConsumersReady implements HealthCheck {

    private static final System.Logger LOG = System.getLogger(ConsumersReady.class.getName());

    @Inject
    Consumers consumers;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("consumers").up();
        try {
            consumers
                    .here()
                    .list()
                    .forEach(consumer ->
                            response.withData(consumer.id(), consumer.state().name()));
        } catch (RuntimeException e) {
            LOG.log(
                    DEBUG,
                    "The consumers cannot be looked at: {0}",
                    e.getClass().getName());
        }
        return response.build();
    }
}
