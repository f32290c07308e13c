package org.pizzaorders.shared;

import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where the connector's connection factory is to be found. The application defines one itself; where an administrator
 * has one, whose pool the console shows, {@code pizza.kafka.connection-factory} names that.
 */
public final class KafkaFactoryName {

    private static final String OWN = "java:app/eis/kafka";

    private KafkaFactoryName() {}

    /** A JNDI name; the same for the life of the application. */
    public static String chosen() {
        return ConfigProvider.getConfig()
                .getOptionalValue("pizza.kafka.connection-factory", String.class)
                .orElse(OWN);
    }
}
