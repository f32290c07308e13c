package org.pizzaorders.kafka.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.kafka.adapter.KafkaResourceAdapter;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.KafkaConnection;
import org.pizzaorders.kafka.api.KafkaConnectionFactory;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;
import org.pizzaorders.kafka.api.UnprocessableRecordException;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.SecuredBroker;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.outbound.KafkaManagedConnectionFactory;

/** Brokers that know the user and refuse what it wants: it is said what that is, and it goes on when it is granted. */
class RefusedAccessIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private static Path home;

    private static SecuredBroker broker;

    private final String user = "user-" + UUID.randomUUID();
    private final TestTopic topic = TestTopic.create(broker.open(), 1);
    private Container container;

    @BeforeAll
    static void startBroker() {
        broker = SecuredBroker.guarded(home);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void startContainer() throws Exception {
        broker.user(user, "secret");
        container = new Container(broker.secured());
        KafkaResourceAdapter adapter = container.adapter();
        adapter.setSecurityProtocol("SASL_PLAINTEXT");
        adapter.setSaslMechanism("SCRAM-SHA-512");
        adapter.setSaslJaasConfig(SecuredBroker.login(user, "secret"));
    }

    @AfterEach
    void stopContainer() {
        container.close();
    }

    @Test
    void aTopicThatMayNotBeReadIsNamed() throws Exception {
        grant(ResourceType.GROUP, topic.group(), AclOperation.READ);
        topic.publish(0, "a");
        Inbox inbox = new Inbox();

        deploy(inbox, "auto");

        awaitRefusal("not authorized: Read on topic " + topic.name());
        grant(ResourceType.TOPIC, topic.name(), AclOperation.READ);
        awaitRunning(inbox);
    }

    /** The broker lets it see the topic and assigns a partition, and refuses what is fetched. */
    @ParameterizedTest
    @ValueSource(strings = {"consumer", "classic"})
    void aTopicThatMayBeSeenAndNotBeReadIsNamed(String protocol) throws Exception {
        grant(ResourceType.GROUP, topic.group(), AclOperation.READ);
        grant(ResourceType.TOPIC, topic.name(), AclOperation.DESCRIBE);
        topic.publish(0, "a");
        Inbox inbox = new Inbox();

        deploy(inbox, protocol);

        awaitRefusal("not authorized: Read on topic " + topic.name());
        Duration longerThanAConsumerLasts = Duration.ofSeconds(3);
        await().during(longerThanAConsumerLasts).atMost(SOON).until(() -> view().state() == ConsumerState.DEGRADED);
        grant(ResourceType.TOPIC, topic.name(), AclOperation.READ);
        awaitRunning(inbox);
    }

    @Test
    void aGroupThatMayNotBeJoinedIsNamed() throws Exception {
        grant(ResourceType.TOPIC, topic.name(), AclOperation.READ);
        topic.publish(0, "a");
        Inbox inbox = new Inbox();

        deploy(inbox, "auto");

        awaitRefusal("not authorized: Read on group " + topic.group());
        grant(ResourceType.GROUP, topic.group(), AclOperation.READ);
        awaitRunning(inbox);
    }

    @Test
    void aTopicThatMayNotBeWrittenIsNamed() throws Exception {
        broker.grant(user, ResourceType.TOPIC, "another", AclOperation.WRITE);
        KafkaManagedConnectionFactory factory = new KafkaManagedConnectionFactory();
        factory.setResourceAdapter(container.adapter());
        try (KafkaConnection connection =
                ((KafkaConnectionFactory) factory.createConnectionFactory()).getConnection()) {

            SendResult refused = send(connection);

            assertThat(refused).isInstanceOfSatisfying(SendResult.Failed.class, failed -> {
                assertThat(failed.reason()).isEqualTo("not authorized: Write on topic " + topic.name());
                assertThat(failed.retriable()).isTrue();
            });
            grant(ResourceType.TOPIC, topic.name(), AclOperation.WRITE);
            await().atMost(SOON).until(() -> send(connection) instanceof SendResult.Acknowledged);
        }
    }

    @Test
    void aUserThatMayWriteNothingIsToldSo() throws Exception {
        KafkaManagedConnectionFactory factory = new KafkaManagedConnectionFactory();
        factory.setResourceAdapter(container.adapter());
        try (KafkaConnection connection =
                ((KafkaConnectionFactory) factory.createConnectionFactory()).getConnection()) {

            SendResult refused = send(connection);

            assertThat(refused)
                    .isInstanceOfSatisfying(
                            SendResult.Failed.class,
                            failed -> assertThat(failed.reason()).startsWith("not authorized: Write on "));
            grant(ResourceType.TOPIC, topic.name(), AclOperation.WRITE);
            await().atMost(SOON).until(() -> send(connection) instanceof SendResult.Acknowledged);
        }
    }

    @Test
    void aDeadLetterTopicThatMayNotBeWrittenIsNamed() throws Exception {
        grant(ResourceType.TOPIC, topic.name(), AclOperation.READ);
        grant(ResourceType.GROUP, topic.group(), AclOperation.READ);
        topic.deadLetters().create(1);
        topic.publish(0, "poison", "a");
        Inbox inbox = new Inbox(batch -> {
            if (batch.stream().map(Inbox::value).anyMatch("poison"::equals)) {
                throw new UnprocessableRecordException("planted");
            }
        });

        deploy(inbox, "auto");

        String deadLetters = topic.deadLetters().name();
        awaitRefusal("dead letter not published to " + deadLetters + ": not authorized: Write on ");
        grant(ResourceType.TOPIC, deadLetters, AclOperation.WRITE);
        awaitRunning(inbox);
        assertThat(topic.deadLetters().records())
                .extracting(ConsumerRecord::value)
                .containsExactly("poison");
    }

    private void grant(ResourceType type, String name, AclOperation operation) throws Exception {
        broker.grant(user, type, name, operation);
    }

    private void deploy(Inbox inbox, String protocol) throws Exception {
        container.deploy(inbox, spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setGroupProtocol(protocol);
            spec.setSetupInterval("PT1S");
            spec.setInitialBackoff("PT0.2S");
            spec.setMaxBackoff("PT0.5S");
        });
    }

    private void awaitRefusal(String words) {
        await().atMost(SOON).until(() -> view().state() == ConsumerState.DEGRADED);
        await().atMost(SOON).untilAsserted(() -> assertThat(view().lastError()).contains(words));
    }

    private void awaitRunning(Inbox inbox) {
        await().atMost(SOON).until(() -> inbox.values().contains("a"));
        await().atMost(SOON).until(() -> view().state() == ConsumerState.RUNNING);
    }

    private ConsumerView view() {
        return container.adapter().consumers().list().get(0);
    }

    private SendResult send(KafkaConnection connection) throws Exception {
        return connection
                .send(List.of(new OutgoingRecord(topic.name(), null, "a".getBytes(UTF_8), Map.of())))
                .get(0);
    }
}
