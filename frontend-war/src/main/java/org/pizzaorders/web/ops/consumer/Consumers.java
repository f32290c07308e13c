package org.pizzaorders.web.ops.consumer;

import jakarta.enterprise.context.ApplicationScoped;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.pizzaorders.environment.KafkaFactoryName;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.KafkaConnectionFactory;
import org.pizzaorders.kafka.api.KafkaConsumers;

/**
 * The way to the connector, looked up with each call: injection of a connector's factory into a web module keeps Payara
 * from deploying.
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

    /** @throws ConsumerNotFound if there is none of that id here */
    ConsumerView named(String id) {
        return here().list().stream()
                .filter(consumer -> consumer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ConsumerNotFound(id));
    }
}
