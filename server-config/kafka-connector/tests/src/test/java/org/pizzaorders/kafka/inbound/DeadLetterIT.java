package org.pizzaorders.kafka.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.api.UnprocessableRecordException;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.Keeper;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;

class DeadLetterIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private TestTopic topic;
    private Container container;

    @BeforeEach
    void startContainer() {
        String brokers = SharedBroker.bootstrapServers();
        topic = TestTopic.create(brokers, 2);
        container = new Container(brokers);
    }

    @AfterEach
    void stopContainer() {
        container.close();
    }

    @Test
    @Tag(SharedBroker.OLDER_TOO)
    void retriesAndHandsOnTheGuiltyRecordOnlyAndCommitsTheOthersInOrder() throws Exception {
        Keeper keeper = new Keeper(DeadLetterIT::failOnGuilty);
        topic.publish(0, "a", "b", "guilty", "c", "d");

        Container.Bean bean = container.deploy(keeper, spec());

        await().atMost(SOON).until(() -> topic.committed(0) == 5);
        assertThat(keeper.values())
                .containsExactly("a", "b", "guilty", "c", "d", "a", "b", "guilty", "guilty", "guilty", "c", "d");
        assertThat(keeper.deadLetters()).hasSize(1);
        FailedRecord dead = keeper.deadLetters().get(0);
        assertThat(dead.record().offset()).isEqualTo(2);
        assertThat(dead.reason()).isEqualTo(FailedRecord.Reason.EXHAUSTED);
        assertThat(dead.attempts()).isEqualTo(3);
        assertThat(dead.causes()).last().isEqualTo(IllegalArgumentException.class.getName());
        assertThat(dead.lastFailedAt()).isAfter(dead.firstFailedAt());
        assertThat(bean.openEndpoints()).isZero();
        assertThat(view().delivered()).isEqualTo(4);
        assertThat(view().failed()).isEqualTo(4);
        assertThat(view().deadLettered()).isEqualTo(1);
    }

    @Test
    void advancesTheOffsetRecordByRecordWhileTheGuiltyOneIsHeldAndGoesBackToBatches() throws Exception {
        CountDownLatch mended = new CountDownLatch(1);
        Keeper keeper = new Keeper(batch -> {
            if (mended.getCount() > 0) {
                failOnGuilty(batch);
            }
        });
        topic.publish(0, "a", "b", "guilty", "c");
        container.deploy(keeper, spec().andThen(spec -> spec.setMaxAttempts(1000)));

        await().atMost(SOON).until(() -> topic.committed(0) == 2);
        topic.publish(0, "d", "e");
        topic.publish(1, "other partition");
        await().atMost(SOON).until(() -> topic.committed(1) == 1);
        assertThat(topic.committed(0)).isEqualTo(2);
        mended.countDown();

        await().atMost(SOON).until(() -> topic.committed(0) == 6);
        assertThat(keeper.deadLetters()).isEmpty();
        assertThat(keeper.batches())
                .last()
                .satisfies(batch -> assertThat(values(batch)).containsExactly("d", "e"));
    }

    @Test
    void givesUpAtOnceWhatTheListenerCannotRead() throws Exception {
        Keeper keeper = new Keeper(batch -> {
            if (values(batch).contains("guilty")) {
                throw new IllegalStateException("around", new UnprocessableRecordException("planted"));
            }
        });
        topic.publish(0, "guilty", "a");

        container.deploy(keeper, spec().andThen(spec -> spec.setMaxAttempts(1_000_000)));

        await().atMost(SOON).until(() -> topic.committed(0) == 2);
        assertThat(keeper.values()).containsExactly("guilty", "a", "guilty", "a");
        assertThat(keeper.deadLetters())
                .extracting(FailedRecord::reason)
                .containsExactly(FailedRecord.Reason.UNREADABLE);
    }

    @Test
    void waitsForTheDatabaseWithoutSpendingAttemptsAndHeals() throws Exception {
        CountDownLatch databaseIsBack = new CountDownLatch(1);
        Keeper keeper = new Keeper(batch -> {
            if (databaseIsBack.getCount() > 0) {
                throw new IllegalStateException("around", new SQLException("planted", "57P01"));
            }
        });
        topic.publish(0, "a", "b");
        container.deploy(keeper, spec());
        await().atMost(SOON).until(() -> keeper.batches().size() > 10);
        var members = topic.members();
        assertThat(view().state()).isEqualTo(ConsumerState.DEGRADED);
        assertThat(view().lastError()).endsWith(SQLException.class.getName());

        databaseIsBack.countDown();

        await().atMost(SOON).until(() -> topic.committed(0) == 2);
        assertThat(keeper.batches())
                .allSatisfy(batch -> assertThat(values(batch)).isSubsetOf("a", "b"));
        assertThat(values(keeper.batches().get(0))).containsExactly("a", "b");
        assertThat(keeper.deadLetters()).isEmpty();
        assertThat(topic.members()).isEqualTo(members);
        assertThat(view().state()).isEqualTo(ConsumerState.RUNNING);
    }

    @Test
    void holdsTheRecordUntilTheListenerKeepsIt() throws Exception {
        AtomicInteger refusals = new AtomicInteger(8);
        Keeper keeper = new Keeper(DeadLetterIT::failOnGuilty, failed -> {
            if (refusals.getAndDecrement() > 0) {
                assertThat(topic.committed(0)).isZero();
                container.transactions().setRollbackOnly();
            }
        });
        topic.publish(0, "guilty", "a");

        container.deploy(keeper, spec());

        await().atMost(SOON).until(() -> topic.committed(0) == 2);
        assertThat(keeper.deadLetters())
                .hasSize(9)
                .allSatisfy(each -> assertThat(each.attempts()).isEqualTo(3));
        assertThat(keeper.values()).containsExactly("guilty", "a", "guilty", "guilty", "guilty", "a");
        assertThat(view().deadLettered()).isEqualTo(1);
        assertThat(view().state()).isEqualTo(ConsumerState.RUNNING);
    }

    @Test
    @Tag(SharedBroker.OLDER_TOO)
    void publishesTheDeadLettersOfABeanThatDoesNotKeepThem() throws Exception {
        topic.deadLetters().create(1);
        topic.publish(0, "a");
        topic.publishTraced(0, "order-1", "guilty");

        container.deploy(new Inbox(DeadLetterIT::failOnGuilty), spec());

        await().atMost(SOON).until(() -> topic.committed(0) == 2);
        List<ConsumerRecord<String, String>> letters = topic.deadLetters().records();
        assertThat(letters).hasSize(1);
        ConsumerRecord<String, String> letter = letters.get(0);
        assertThat(letter.key()).isEqualTo("order-1");
        assertThat(letter.value()).isEqualTo("guilty");
        assertThat(header(letter, "dead-letter-reason")).isEqualTo("EXHAUSTED");
        assertThat(header(letter, "dead-letter-causes")).endsWith(IllegalArgumentException.class.getName());
        assertThat(header(letter, "dead-letter-topic")).isEqualTo(topic.name());
        assertThat(header(letter, "dead-letter-partition")).isEqualTo("0");
        assertThat(header(letter, "dead-letter-offset")).isEqualTo("1");
        assertThat(header(letter, "dead-letter-group")).isEqualTo(topic.group());
        assertThat(header(letter, "dead-letter-attempts")).isEqualTo("3");
        assertThat(header(letter, "dead-letter-timestamp")).contains("T").endsWith("Z");
        assertThat(header(letter, "ce_traceparent")).isEqualTo("00-trace");
        assertThat(letter.headers().lastHeader("empty").value()).isNull();
        assertThat(letter.headers().headers("via"))
                .extracting(each -> new String(each.value(), UTF_8))
                .containsExactly("north", "south");
    }

    @Test
    void holdsTheRecordAsLongAsThereIsNoTopicForIt() throws Exception {
        topic.publish(0, "guilty", "a");
        container.deploy(new Inbox(DeadLetterIT::failOnGuilty), spec());
        await().atMost(SOON).until(() -> view().state() == ConsumerState.DEGRADED);
        assertThat(topic.committed(0)).isZero();

        topic.deadLetters().create(1);

        await().atMost(SOON).until(() -> topic.committed(0) == 2);
        assertThat(topic.deadLetters().records()).hasSize(1);
    }

    @Test
    void holdsWhatFailsOnADeadLetterTopicInsteadOfPassingItOn() throws Exception {
        TestTopic letters = topic.deadLetters();
        letters.create(1);
        letters.deadLetters().create(1);
        letters.publish(0, "guilty");

        container.deploy(new Inbox(DeadLetterIT::failOnGuilty), spec().andThen(spec -> spec.setTopics(letters.name())));

        await().atMost(SOON).until(() -> view().state() == ConsumerState.DEGRADED);
        assertThat(letters.records()).hasSize(1);
        assertThat(letters.deadLetters().records()).isEmpty();
    }

    private Consumer<KafkaActivationSpec> spec() {
        return spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setInitialBackoff("PT0.05S");
            spec.setMaxBackoff("PT0.2S");
            spec.setMaxAttempts(3);
        };
    }

    private ConsumerView view() {
        return container.adapter().consumers().list().get(0);
    }

    private static void failOnGuilty(List<ConsumedRecord> batch) {
        if (values(batch).contains("guilty")) {
            throw new IllegalArgumentException("planted");
        }
    }

    private static List<String> values(List<ConsumedRecord> batch) {
        return batch.stream().map(Inbox::value).toList();
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
