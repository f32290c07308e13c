package org.pizzaorders.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pizzaorders.operations.api.HealthCheck;
import org.pizzaorders.web.ops.consumer.Consumers;

/**
 * Shows the state of each consumer. Always up, because orders are accepted without a broker and their events wait in
 * the outbox. Does not contact a broker, so it answers at once.
 */
@ApplicationScoped
class BrokerCheck {

    private static final String NAME = "broker";

    @Inject
    Consumers consumers;

    HealthCheck check() {
        Map<String, Object> states = new LinkedHashMap<>();
        try {
            consumers
                    .here()
                    .list()
                    .forEach(consumer ->
                            states.put(consumer.id(), consumer.state().name()));
        } catch (RuntimeException e) {
            states.put("error", e.getClass().getName());
        }
        return HealthCheck.of(NAME, true, states);
    }
}
