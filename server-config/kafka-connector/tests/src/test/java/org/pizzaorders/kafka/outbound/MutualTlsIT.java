package org.pizzaorders.kafka.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.kafka.adapter.KafkaResourceAdapter;
import org.pizzaorders.kafka.api.KafkaConnection;
import org.pizzaorders.kafka.api.KafkaConnectionFactory;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.KeyStores;
import org.pizzaorders.kafka.container.SecuredBroker;
import org.pizzaorders.kafka.container.TestTopic;

class MutualTlsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @Test
    void publishesAndConsumesWithTheCertificateThatTheBrokerKnowsAndWithNoOther() throws Exception {
        KeyStores keys = new KeyStores(home);
        keys.make("broker");
        keys.make("pizza");
        keys.make("stranger");
        try (SecuredBroker broker = SecuredBroker.mutualTls(home.resolve("kafka"), keys);
                Container pizza = container(broker, keys, "pizza");
                Container stranger = container(broker, keys, "stranger")) {
            TestTopic topic = TestTopic.create(broker.open(), 1);
            Inbox inbox = new Inbox();
            pizza.deploy(inbox, spec -> {
                spec.setTopics(topic.name());
                spec.setGroupId(topic.group());
            });

            assertThat(send(pizza, topic, "of the pizza")).isInstanceOf(SendResult.Acknowledged.class);
            assertThat(send(stranger, topic, "of a stranger")).isInstanceOf(SendResult.Failed.class);

            await().atMost(SOON).until(() -> inbox.values().equals(List.of("of the pizza")));
        }
    }

    private static Container container(SecuredBroker broker, KeyStores keys, String name) {
        Container container = new Container(broker.secured());
        KafkaResourceAdapter adapter = container.adapter();
        adapter.setSecurityProtocol("SSL");
        adapter.setKeystoreLocation(keys.store(name));
        adapter.setKeystorePassword(KeyStores.PASSWORD);
        adapter.setSslKeyPassword(KeyStores.PASSWORD);
        adapter.setKeystoreType("PKCS12");
        adapter.setTruststoreLocation(keys.trusting("broker"));
        adapter.setTruststorePassword(KeyStores.PASSWORD);
        adapter.setTruststoreType("PKCS12");
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
