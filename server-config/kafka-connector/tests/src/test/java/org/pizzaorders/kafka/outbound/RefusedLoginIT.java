package org.pizzaorders.kafka.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

class RefusedLoginIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @Test
    void publishesAndConsumesOnceTheBrokerKnowsTheUserAndAgainWithNewCredentials() throws Exception {
        try (SecuredBroker broker = SecuredBroker.scram(home);
                Container container = new Container(broker.secured())) {
            TestTopic topic = TestTopic.create(broker.open(), 1);
            KafkaResourceAdapter adapter = container.adapter();
            adapter.setSecurityProtocol("SASL_PLAINTEXT");
            adapter.setSaslMechanism("SCRAM-SHA-512");
            adapter.setSaslJaasConfig(SecuredBroker.login("pizza", "first"));
            KafkaManagedConnectionFactory factory = new KafkaManagedConnectionFactory();
            factory.setResourceAdapter(adapter);
            try (KafkaConnection connection =
                    ((KafkaConnectionFactory) factory.createConnectionFactory()).getConnection()) {
                assertThat(send(connection, topic, "refused"))
                        .isInstanceOfSatisfying(
                                SendResult.Failed.class,
                                failed -> assertThat(failed.retriable()).isTrue());

                broker.user("pizza", "first");
                await().atMost(SOON).until(() -> send(connection, topic, "first") instanceof SendResult.Acknowledged);

                broker.user("pizza", "second");
                KafkaManagedConnectionFactory another = new KafkaManagedConnectionFactory();
                another.setResourceAdapter(adapter);
                try (KafkaConnection late =
                        ((KafkaConnectionFactory) another.createConnectionFactory()).getConnection()) {
                    assertThat(send(late, topic, "refused")).isInstanceOf(SendResult.Failed.class);
                    Inbox inbox = new Inbox();
                    container.deploy(inbox, spec -> {
                        spec.setTopics(topic.name());
                        spec.setGroupId(topic.group());
                        spec.setSetupInterval("PT0.2S");
                    });
                    adapter.setSaslJaasConfig(SecuredBroker.login("pizza", "second"));

                    await().atMost(SOON).until(() -> send(late, topic, "second") instanceof SendResult.Acknowledged);
                    await().atMost(SOON).until(() -> inbox.values().containsAll(List.of("first", "second")));
                }
            }
            assertThat(topic.records()).extracting(ConsumerRecord::value).doesNotContain("refused");
        }
    }

    private static SendResult send(KafkaConnection connection, TestTopic topic, String value) throws Exception {
        return connection
                .send(List.of(new OutgoingRecord(topic.name(), null, value.getBytes(UTF_8), Map.of())))
                .get(0);
    }
}
