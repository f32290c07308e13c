package org.pizzaorders.environment;

import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The JNDI name of the connector's connection factory. The application defines a factory itself. An administrator can
 * create another one, whose pool the console shows, and name it in {@code pizza.kafka.connection-factory}.
 */
public final class KafkaFactoryName {

    private static final String OWN = "java:app/eis/kafka";

    private KafkaFactoryName() {}

    /** The JNDI name; it does not change while the application runs. */
    public static String chosen() {
        return ConfigProvider.getConfig()
                .getOptionalValue("pizza.kafka.connection-factory", String.class)
                .orElse(OWN);
    }
}
