package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;

class InboundIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private TestTopic topic;
    private Container container;

    @BeforeEach
    void startContainer() {
        String brokers = SharedBroker.bootstrapServers();
        topic = TestTopic.create(brokers, 4);
        container = new Container(brokers);
    }

    @AfterEach
    void stopContainer() {
        container.close();
    }

    @Test
    @Tag(SharedBroker.OLDER_TOO)
    void deliversEachPartitionInOrderInBatches() throws Exception {
        IntStream.range(0, 4).forEach(partition -> topic.publishNumbers(partition, 100));
        Inbox inbox = new Inbox();

        Container.Bean bean = container.deploy(inbox, spec().andThen(spec -> {
            spec.setConsumers(2);
            spec.setMaxBatchSize(30);
        }));

        await().atMost(SOON).until(() -> inbox.values().size() >= 400);
        List<String> numbers =
                IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        for (int partition = 0; partition < 4; partition++) {
            assertThat(inbox.values(partition)).isEqualTo(numbers);
        }
        assertThat(inbox.batches()).allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, 30));
        await().atMost(SOON)
                .untilAsserted(() -> IntStream.range(0, 4)
                        .forEach(partition ->
                                assertThat(topic.committed(partition)).isEqualTo(100)));
        assertThat(bean.openEndpoints()).isZero();
    }

    @Test
    @Tag(SharedBroker.OLDER_TOO)
    void commitsTheOffsetOnlyAfterTheTransaction() throws Exception {
        CountDownLatch mayCommit = new CountDownLatch(1);
        Inbox inbox = new Inbox(batch -> waitFor(mayCommit));
        topic.publish(0, "first");
        container.deploy(inbox, spec());

        await().atMost(SOON).until(() -> inbox.values().contains("first"));
        topic.publish(1, "other partition");
        await().atMost(SOON).until(() -> inbox.values().contains("other partition"));
        assertThat(topic.committed(0)).isZero();
        mayCommit.countDown();

        await().atMost(SOON).until(() -> topic.committed(0) == 1);
    }

    @Test
    void deliversAgainWhatWasRolledBack() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        Inbox inbox = new Inbox(batch -> {
            if (attempts.incrementAndGet() <= 2) {
                assertThat(topic.committed(0)).isZero();
                container.transactions().setRollbackOnly();
            }
        });
        topic.publish(0, "a", "b");

        Container.Bean bean = container.deploy(inbox, spec());

        await().atMost(SOON).until(() -> topic.committed(0) == 2);
        assertThat(inbox.values(0)).containsExactly("a", "b", "a", "a", "b");
        assertThat(bean.openEndpoints()).isZero();
    }

    @Test
    @Tag(SharedBroker.OLDER_TOO)
    void deliversAgainWhatFailedWithAnException() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        Inbox inbox = new Inbox(batch -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalArgumentException("planted");
            }
        });
        topic.publish(0, "a");

        container.deploy(inbox, spec());

        await().atMost(SOON).until(() -> topic.committed(0) == 1);
        assertThat(inbox.values(0)).containsExactly("a", "a");
    }

    @Test
    void backsOffOnOnePartitionWhileTheOthersGoOn() throws Exception {
        Inbox inbox = new Inbox(batch -> {
            if (batch.get(0).partition() == 0) {
                throw new IllegalArgumentException("planted");
            }
        });
        topic.publish(0, "guilty");
        container.deploy(inbox, spec().andThen(spec -> {
            spec.setMaxBackoff("PT0.4S");
            spec.setMaxAttempts(1000);
        }));

        await().atMost(SOON).until(() -> inbox.values(0).size() >= 3);
        topic.publish(1, "innocent");
        await().atMost(SOON).until(() -> topic.committed(1) == 1);
        await().atMost(SOON).until(() -> inbox.values(0).size() >= 6);

        assertThat(inbox.values(0)).containsOnly("guilty");
        assertThat(inbox.values(1)).containsExactly("innocent");
        assertThat(topic.committed(0)).isZero();
    }

    @Test
    void staysInTheGroupHoweverSlowADeliveryIs() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        Inbox inbox = new Inbox(batch -> {
            if (batch.get(0).partition() == 0) {
                waitFor(slow);
            }
        });
        topic.publish(0, "slow");
        container.deploy(inbox, spec().andThen(spec -> {
            spec.setDrain("PT1S");
            spec.setConsumerProperties("max.poll.interval.ms=2000");
        }));
        await().atMost(SOON).until(() -> inbox.values(0).size() == 1);
        var members = topic.members();

        await().during(Duration.ofSeconds(5))
                .atMost(SOON)
                .until(() -> inbox.values(0).size() == 1);
        topic.publish(1, "meanwhile");
        await().atMost(SOON).until(() -> topic.committed(1) == 1);
        slow.countDown();

        await().atMost(SOON).until(() -> topic.committed(0) == 1);
        assertThat(topic.members()).isEqualTo(members);
        assertThat(inbox.values()).containsExactly("slow", "meanwhile");
    }

    @Test
    void finishesTheDeliveryUnderWayWhenItStops() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        Inbox inbox = new Inbox(batch -> waitFor(mayEnd));
        topic.publish(0, "under way");
        Container.Bean bean = container.deploy(inbox, spec());
        await().atMost(SOON).until(() -> inbox.values().size() == 1);

        Thread stopping = new Thread(bean::undeploy);
        stopping.start();
        await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        topic.publish(1, "too late");
        assertThat(topic.committed(0)).isZero();
        mayEnd.countDown();
        stopping.join(SOON.toMillis());

        assertThat(stopping.isAlive()).isFalse();
        assertThat(topic.committed(0)).isEqualTo(1);
        assertThat(inbox.values()).containsExactly("under way");
        assertThat(topic.members()).isEmpty();
    }

    @Test
    @Tag(SharedBroker.OLDER_TOO)
    void goesOnWhereItStopped() throws Exception {
        topic.publish(0, "a", "b");
        Inbox before = new Inbox();
        Container.Bean bean = container.deploy(before, spec());
        await().atMost(SOON).until(() -> before.values().size() == 2);

        bean.undeploy();
        topic.publish(0, "c");
        Inbox after = new Inbox();
        container.deploy(after, spec());

        await().atMost(SOON).until(() -> !after.values().isEmpty());
        assertThat(after.values()).containsExactly("c");
    }

    @Test
    void handsPartitionsOverWithoutLossOrRepetition() throws Exception {
        Inbox first = new Inbox();
        Inbox second = new Inbox();
        AtomicInteger published = new AtomicInteger();
        container.deploy(first, swift());
        await().atMost(SOON)
                .until(() -> publishToAll(published) && !first.values().isEmpty());

        Container.Bean joining = container.deploy(second, swift());
        await().atMost(SOON)
                .until(() -> publishToAll(published) && !second.values().isEmpty());
        publishToAll(published);
        joining.undeploy();

        await().atMost(SOON)
                .until(() -> IntStream.range(0, 4).mapToLong(topic::committed).sum() == published.get());
        assertThat(first.values().size() + second.values().size()).isEqualTo(published.get());
    }

    /** Learns of a rebalance soon. */
    private Consumer<KafkaActivationSpec> swift() {
        return spec().andThen(spec -> {
            spec.setMaxBatchSize(5);
            spec.setConsumerProperties("heartbeat.interval.ms=300");
        });
    }

    private boolean publishToAll(AtomicInteger published) {
        IntStream.range(0, 4).forEach(partition -> topic.publishNumbers(partition, 20));
        return published.addAndGet(80) > 0;
    }

    @Test
    void deliversUnderTheNewGroupProtocolToo() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        Inbox inbox = new Inbox(batch -> {
            if (attempts.incrementAndGet() == 1) {
                container.transactions().setRollbackOnly();
            }
        });
        topic.publish(0, "a", "b");
        Container.Bean bean =
                container.deploy(inbox, spec().andThen(spec -> spec.setConsumerProperties("group.protocol=consumer")));
        await().atMost(SOON).until(() -> inbox.values(0).size() == 4);

        bean.undeploy();

        assertThat(topic.committed(0)).isEqualTo(2);
        assertThat(topic.members()).isEmpty();
    }

    @Test
    void stopsAnyNumberOfTimesInAnyOrder() throws Exception {
        Inbox inbox = new Inbox();
        topic.publish(0, "a");
        Container.Bean bean = container.deploy(inbox, spec());
        await().atMost(SOON).until(() -> !inbox.values().isEmpty());

        bean.undeploy();
        bean.undeploy();
        container.adapter().stop();
        bean.undeploy();
        container.adapter().stop();

        assertThat(topic.members()).isEmpty();
        assertThat(topic.committed(0)).isEqualTo(1);
    }

    private Consumer<KafkaActivationSpec> spec() {
        return spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setInitialBackoff("PT0.05S");
        };
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
