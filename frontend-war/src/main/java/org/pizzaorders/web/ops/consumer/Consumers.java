package org.pizzaorders.web.ops.consumer;

import jakarta.enterprise.context.ApplicationScoped;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.pizzaorders.environment.KafkaFactoryName;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.KafkaConnectionFactory;
import org.pizzaorders.kafka.api.KafkaConsumers;

/**
 * Looks up the connector at each call, because Payara refuses to deploy a web module that injects a connector's
 * factory.
 */
@ApplicationScoped
public class Consumers {

    private static final String FACTORY = KafkaFactoryName.chosen();

    /** Those of this server instance. */
    public KafkaConsumers here() {
        try {
            return InitialContext.<KafkaConnectionFactory>doLookup(FACTORY).consumers();
        } catch (NamingException e) {
            throw new IllegalStateException("The server has no " + FACTORY, e);
        }
    }

    /**
     * @throws ConsumerNotFound if there is no consumer with that id here
     */
    ConsumerView named(String id) {
        return here().list().stream()
                .filter(consumer -> consumer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ConsumerNotFound(id));
    }
}
