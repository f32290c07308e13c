package org.pizzaorders.kafka.adapter;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.pizzaorders.kafka.client.FreeProperties;
import org.pizzaorders.kafka.client.JaasLine;

/**
 * Translates the adapter's properties into those of the Kafka client. A property that is not set is read from the
 * environment, {@code bootstrapServers} from {@code KAFKA_CONNECTOR_BOOTSTRAP_SERVERS} and so on.
 */
final class ConnectionConfiguration {

    private static final String DEFAULT_BOOTSTRAP = "localhost:9092";
    private static final String CLIENT_PROPERTIES = "clientProperties";
    private static final Map<String, String> KAFKA_NAMES = kafkaNames();

    private final Map<String, String> values = new HashMap<>();
    private final UnaryOperator<String> environment;

    /**
     * @param environment returns null for unknown names
     */
    ConnectionConfiguration(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    void set(String property, String value) {
        values.put(property, value);
    }

    /** @return as set, without the environment; may be null */
    String get(String property) {
        return values.get(property);
    }

    /** @throws IllegalArgumentException if the free properties cannot be read */
    Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", DEFAULT_BOOTSTRAP);
        KAFKA_NAMES.forEach((property, kafkaName) -> {
            String value = effective(property);
            if (value != null) {
                properties.put(kafkaName, JaasLine.completed(kafkaName, value));
            }
        });
        properties.putAll(FreeProperties.parse(effective(CLIENT_PROPERTIES)));
        return properties;
    }

    private String effective(String property) {
        String value = values.get(property);
        return value == null || value.isBlank() ? blankToNull(environment.apply(variable(property))) : value.strip();
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    static String variable(String property) {
        return "KAFKA_CONNECTOR_" + property.replaceAll("(\\p{Upper})", "_$1").toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> kafkaNames() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("bootstrapServers", "bootstrap.servers");
        names.put("securityProtocol", "security.protocol");
        names.put("saslMechanism", "sasl.mechanism");
        names.put("saslJaasConfig", "sasl.jaas.config");
        names.put("truststoreLocation", "ssl.truststore.location");
        names.put("truststorePassword", "ssl.truststore.password");
        names.put("truststoreType", "ssl.truststore.type");
        names.put("keystoreLocation", "ssl.keystore.location");
        names.put("keystorePassword", "ssl.keystore.password");
        names.put("sslKeyPassword", "ssl.key.password");
        names.put("keystoreType", "ssl.keystore.type");
        return names;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectionConfiguration that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Shows only properties that cannot be secret. */
    @Override
    public String toString() {
        return Objects.toString(effective("bootstrapServers"), DEFAULT_BOOTSTRAP);
    }
}
