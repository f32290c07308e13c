package org.pizzaorders.kafka.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.security.oauthbearer.internals.OAuthBearerSaslClientProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.kafka.adapter.KafkaResourceAdapter;
import org.pizzaorders.kafka.api.KafkaConnection;
import org.pizzaorders.kafka.api.KafkaConnectionFactory;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.SecuredBroker;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.container.TokenEndpoint;

/** Brokers that let in whoever shows a token of an identity provider (SASL OAUTHBEARER). */
class TokenLoginIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    @TempDir
    private Path home;

    /** The client adds its mechanism to the JVM, under a name that is then taken, and never removes it. */
    @BeforeAll
    static void leaveTheMechanismOfAnArchiveThatWasDeployedBefore() throws Exception {
        URL client = OAuthBearerSaslClientProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        try (URLClassLoader before = new URLClassLoader(new URL[] {client}, ClassLoader.getPlatformClassLoader())) {
            Security.removeProvider("SASL/OAUTHBEARER Client Provider");
            before.loadClass(OAuthBearerSaslClientProvider.class.getName())
                    .getMethod("initialize")
                    .invoke(null);
        }
    }

    @Test
    void publishesAndConsumesWithATokenAndNotWithoutOne() throws Exception {
        try (TokenEndpoint tokens = new TokenEndpoint().allowed();
                SecuredBroker broker = SecuredBroker.tokens(home, tokens);
                Container pizza = container(broker, tokens, TokenEndpoint.SECRET);
                Container stranger = container(broker, tokens, "guessed")) {
            TestTopic topic = TestTopic.create(broker.open(), 1);
            Inbox inbox = new Inbox();
            pizza.deploy(inbox, spec -> {
                spec.setTopics(topic.name());
                spec.setGroupId(topic.group());
            });

            assertThat(send(pizza, topic, "of the pizza")).isInstanceOf(SendResult.Acknowledged.class);
            assertThatThrownBy(() -> send(stranger, topic, "of a stranger")).hasMessageContaining("401");

            await().atMost(SOON).until(() -> inbox.values().equals(List.of("of the pizza")));
        }
    }

    @Test
    void aProviderThatTheServersJvmDoesNotAllowIsRefusedInWordsThatNameTheOption() throws Exception {
        try (TokenEndpoint tokens = new TokenEndpoint();
                Container container = container("127.0.0.1:1", tokens, TokenEndpoint.SECRET)) {
            container.deploy(new Inbox(), spec -> {
                spec.setTopics("any");
                spec.setGroupId("any");
            });

            assertThatThrownBy(() -> send(container, new TestTopic("127.0.0.1:1", "any"), "any"))
                    .hasMessageContaining(ALLOWED);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(container
                                    .adapter()
                                    .consumers()
                                    .list()
                                    .get(0)
                                    .lastError())
                            .contains(ALLOWED));
        }
    }

    private static Container container(SecuredBroker broker, TokenEndpoint tokens, String secret) {
        return container(broker.secured(), tokens, secret);
    }

    private static Container container(String brokers, TokenEndpoint tokens, String secret) {
        Container container = new Container(brokers);
        KafkaResourceAdapter adapter = container.adapter();
        adapter.setSecurityProtocol("SASL_PLAINTEXT");
        adapter.setSaslMechanism("OAUTHBEARER");
        adapter.setSaslJaasConfig("org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required");
        adapter.setClientProperties("sasl.login.callback.handler.class="
                + "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler"
                + ";sasl.oauthbearer.token.endpoint.url=" + tokens.url()
                + ";sasl.oauthbearer.client.credentials.client.id=pizza"
                + ";sasl.oauthbearer.client.credentials.client.secret=" + secret);
        return container;
    }

    private static SendResult send(Container container, TestTopic topic, String value) throws Exception {
        KafkaManagedConnectionFactory factory = new KafkaManagedConnectionFactory();
        factory.setResourceAdapter(container.adapter());
        try (KafkaConnection connection =
                ((KafkaConnectionFactory) factory.createConnectionFactory()).getConnection()) {
            return connection
                    .send(List.of(new OutgoingRecord(topic.name(), null, value.getBytes(UTF_8), Map.of())))
                    .get(0);
        }
    }
}
