package org.pizzaorders.kafka.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.CommException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.KafkaConnection;
import org.pizzaorders.kafka.api.KafkaConnectionFactory;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;
import org.pizzaorders.kafka.broker.FreePorts;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;

class OutboundIT {

    private static final byte[] KEY = "key".getBytes(UTF_8);

    private Container container;

    @AfterEach
    void stopContainer() {
        container.close();
    }

    @Test
    @Tag(SharedBroker.OLDER_TOO)
    void publishesWhereAndWhenItIsToldWithEachValueOfAHeader() throws Exception {
        TestTopic topic = brokerTopic();
        Instant then = Instant.parse("2026-11-22T12:00:00Z");
        List<byte[]> values = List.of("north".getBytes(UTF_8), "south".getBytes(UTF_8));

        List<SendResult> results =
                send(factory(), List.of(new OutgoingRecord(topic.name(), 1, then, KEY, KEY, Map.of("via", values))));

        assertThat(results).singleElement().isInstanceOf(SendResult.Acknowledged.class);
        assertThat(topic.records()).singleElement().satisfies(sent -> {
            assertThat(sent.partition()).isEqualTo(1);
            assertThat(sent.timestamp()).isEqualTo(then.toEpochMilli());
            assertThat(sent.headers().headers("via"))
                    .extracting(each -> new String(each.value(), UTF_8))
                    .containsExactly("north", "south");
        });
    }

    @Test
    @Tag(SharedBroker.OLDER_TOO)
    void publishesABatchInOrderWithKeysAndHeaders() throws Exception {
        TestTopic topic = brokerTopic();
        Inbox inbox = new Inbox();
        container.deploy(inbox, spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
        });
        List<OutgoingRecord> batch = IntStream.range(0, 200)
                .mapToObj(number -> record(topic, KEY, Integer.toString(number)))
                .toList();

        List<SendResult> results = send(factory(), batch);

        assertThat(results).hasSize(200).hasOnlyElementsOfType(SendResult.Acknowledged.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> inbox.values().size() == 200);
        assertThat(inbox.values())
                .isEqualTo(IntStream.range(0, 200).mapToObj(Integer::toString).toList());
        ConsumedRecord first = inbox.batches().get(0).get(0);
        assertThat(first.key()).isEqualTo(KEY);
        assertThat(first.header("ce_type")).contains("Tested");
        assertThat(first.header("ce_absent")).isEmpty();
    }

    @Test
    @Tag(SharedBroker.OLDER_TOO)
    void tellsTheOutcomeOfEachRecordByItself() throws Exception {
        TestTopic topic = brokerTopic();
        OutgoingRecord lost = new OutgoingRecord(topic.name() + ".absent", KEY, KEY, Map.of());

        try (KafkaConnection connection = factory().getConnection()) {
            var stages = connection.sendEach(List.of(record(topic, KEY, "fits"), lost));

            assertThat(stages).hasSize(2);
            assertThat(stages.get(0).toCompletableFuture().join()).isInstanceOf(SendResult.Acknowledged.class);
            assertThat(stages.get(1).toCompletableFuture().join()).isInstanceOf(SendResult.Failed.class);
        }
    }

    @Test
    void tellsTheOutcomeOfEachRecordAndHoldsBackTheKeyOfARefusedOne() throws Exception {
        TestTopic topic = brokerTopic();
        byte[] other = "other".getBytes(UTF_8);

        List<SendResult> results = send(
                factory(),
                List.of(
                        record(topic, KEY, "fits"),
                        record(topic, KEY, "x".repeat(2_000_000)),
                        record(topic, KEY, "would overtake"),
                        record(topic, other, "fits")));

        assertThat(results.get(0)).isInstanceOf(SendResult.Acknowledged.class);
        assertThat(results.get(1)).isInstanceOfSatisfying(SendResult.Failed.class, failed -> {
            assertThat(failed.retriable()).isFalse();
            assertThat(failed.reason()).startsWith("RecordTooLargeException").doesNotContain("xxx");
        });
        assertThat(results.get(2))
                .isInstanceOfSatisfying(
                        SendResult.Failed.class,
                        failed -> assertThat(failed.retriable()).isTrue());
        assertThat(results.get(3)).isInstanceOf(SendResult.Acknowledged.class);
    }

    @Test
    @Tag(SharedBroker.OLDER_TOO)
    void holdsBackTheKeyOfARecordThatTheBrokerRefusesOnlyAfterTheClientTookIt() throws Exception {
        TestTopic topic = brokerTopic(Map.of("max.message.bytes", "1000"));

        List<SendResult> results = send(
                factory(),
                List.of(
                        record(topic, KEY, "first"),
                        record(topic, KEY, incompressible(5_000)),
                        record(topic, KEY, "would overtake"),
                        record(topic, "other".getBytes(UTF_8), "fits")));

        assertThat(results)
                .extracting(SendResult.Acknowledged.class::isInstance)
                .containsExactly(true, false, false, true);
        assertThat(topic.records()).extracting(ConsumerRecord::value).containsExactlyInAnyOrder("first", "fits");
    }

    @Test
    void failsEachRecordInTimeWhenThereIsNoBroker() throws Exception {
        container = new Container(FreePorts.HOST + ":" + FreePorts.next());
        TestTopic topic = new TestTopic("nowhere");
        KafkaManagedConnectionFactory managed = managedFactory();
        managed.setMaxBlock("PT1S");
        KafkaConnectionFactory factory = (KafkaConnectionFactory) managed.createConnectionFactory();
        List<OutgoingRecord> batch = IntStream.range(0, 50)
                .mapToObj(number -> record(topic, new byte[] {(byte) number}, "value"))
                .toList();

        long started = System.nanoTime();
        List<SendResult> results = send(factory, batch);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(results)
                .hasSize(50)
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                SendResult.Failed.class,
                                failed -> assertThat(failed.retriable()).isTrue()));
    }

    @Test
    void refusesAClosedConnectionAndAStoppedAdapter() throws Exception {
        TestTopic topic = brokerTopic();
        KafkaConnectionFactory factory = factory();
        KafkaConnection closed = factory.getConnection();
        KafkaConnection open = factory.getConnection();

        closed.close();
        container.adapter().stop();

        List<OutgoingRecord> batch = List.of(record(topic, KEY, "value"));
        assertThatThrownBy(() -> closed.send(batch)).isInstanceOf(ResourceException.class);
        assertThatThrownBy(() -> open.send(batch)).isInstanceOf(ResourceException.class);
    }

    @Test
    void looksForABrokerBeforeItGivesAConnectionIfSoAsked() throws Exception {
        container = new Container(SharedBroker.bootstrapServers());
        KafkaManagedConnectionFactory reached = managedFactory();
        reached.setCheckBrokers(true);
        reached.createManagedConnection(null, null).destroy();
        container.close();

        container = new Container(FreePorts.HOST + ":" + FreePorts.next());
        KafkaManagedConnectionFactory missed = managedFactory();
        missed.setCheckBrokers(true);
        missed.setMaxBlock("PT1S");
        assertThatThrownBy(() -> missed.createManagedConnection(null, null)).isInstanceOf(CommException.class);
    }

    private TestTopic brokerTopic() {
        return brokerTopic(Map.of());
    }

    private TestTopic brokerTopic(Map<String, String> settings) {
        String brokers = SharedBroker.bootstrapServers();
        container = new Container(brokers);
        return TestTopic.create(brokers, 2, settings);
    }

    /** For the compression of batches. */
    private static String incompressible(int length) {
        return new Random(1)
                .ints(length, '!', '~')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private KafkaConnectionFactory factory() throws ResourceException {
        return (KafkaConnectionFactory) managedFactory().createConnectionFactory();
    }

    private KafkaManagedConnectionFactory managedFactory() throws ResourceException {
        KafkaManagedConnectionFactory managed = new KafkaManagedConnectionFactory();
        managed.setResourceAdapter(container.adapter());
        return managed;
    }

    private static List<SendResult> send(KafkaConnectionFactory factory, List<OutgoingRecord> batch)
            throws ResourceException {
        try (KafkaConnection connection = factory.getConnection()) {
            return connection.send(batch);
        }
    }

    private static OutgoingRecord record(TestTopic topic, byte[] key, String value) {
        return new OutgoingRecord(
                topic.name(), key, value.getBytes(UTF_8), Map.of("ce_type", List.of("Tested".getBytes(UTF_8))));
    }
}
