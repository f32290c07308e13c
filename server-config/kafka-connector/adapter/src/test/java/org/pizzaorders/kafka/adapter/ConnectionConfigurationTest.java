package org.pizzaorders.kafka.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionConfigurationTest {

    @Test
    void takesFromTheEnvironmentWhatIsNotSet() {
        ConnectionConfiguration configuration = configuration(Map.of(
                "KAFKA_CONNECTOR_BOOTSTRAP_SERVERS", "env:9092",
                "KAFKA_CONNECTOR_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_CONNECTOR_SASL_JAAS_CONFIG", " "));
        configuration.set("bootstrapServers", "set:9092");
        configuration.set("securityProtocol", "");

        assertThat(configuration.clientProperties())
                .containsEntry("bootstrap.servers", "set:9092")
                .containsEntry("security.protocol", "SASL_SSL")
                .doesNotContainKey("sasl.jaas.config");
    }

    @Test
    void knowsABrokerWithoutAnyConfiguration() {
        assertThat(configuration(Map.of()).clientProperties()).isEqualTo(Map.of("bootstrap.servers", "localhost:9092"));
    }

    @Test
    void letsFreePropertiesHaveTheLastWord() {
        ConnectionConfiguration configuration = configuration(Map.of());
        configuration.set("truststoreLocation", "/tmp/trust.p12");
        configuration.set("clientProperties", "ssl.truststore.location=/etc/trust.p12;client.rack=a");

        assertThat(configuration.clientProperties())
                .containsEntry("ssl.truststore.location", "/etc/trust.p12")
                .containsEntry("client.rack", "a");
    }

    @Test
    void keepsSecretsOutOfItsText() {
        ConnectionConfiguration configuration = configuration(Map.of());
        configuration.set("saslJaasConfig", "hidden");
        configuration.set("truststorePassword", "hidden");

        assertThat(configuration.toString()).isEqualTo("localhost:9092");
    }

    private static ConnectionConfiguration configuration(Map<String, String> environment) {
        return new ConnectionConfiguration(environment::get);
    }

    @Test
    void givesALoginTheSemicolonThatTheClientAsksForAndTheKeyItsPassword() {
        ConnectionConfiguration configuration = new ConnectionConfiguration(variable -> null);
        configuration.set("saslJaasConfig", "Login required");
        configuration.set("sslKeyPassword", "secret");

        assertThat(configuration.clientProperties())
                .containsEntry("sasl.jaas.config", "Login required;")
                .containsEntry("ssl.key.password", "secret");
        assertThat(configuration).hasToString("localhost:9092");
    }
}
