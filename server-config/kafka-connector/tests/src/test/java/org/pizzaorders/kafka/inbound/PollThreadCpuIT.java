package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.KafkaConsumers;
import org.pizzaorders.kafka.api.UnavailableException;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;
import org.pizzaorders.local.TestServices;

/** What the thread that polls costs while it has nothing to do. */
@Isolated("finds the poll threads of the whole process")
class PollThreadCpuIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(3);
    private static final int BACKLOG = 10_000;

    /** Of a core. */
    private static final double FEW = 0.02;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final CountDownLatch end = new CountDownLatch(1);
    private TestTopic topic;
    private Container container;
    private KafkaConsumers consumers;

    @BeforeEach
    void startContainer() {
        String brokers = TestServices.kafka().bootstrapServers();
        topic = TestTopic.create(brokers, 2);
        container = new Container(brokers);
        consumers = container.adapter().consumers();
    }

    @AfterEach
    void stopContainer() {
        end.countDown();
        container.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void isIdleWhileThereIsNothing(String protocol) throws Exception {
        Inbox inbox = new Inbox();
        topic.publish(0, "first");
        container.deploy(inbox, spec(protocol));
        await().atMost(SOON).until(() -> topic.committed(0) == 1);

        assertThat(shareOfACore()).isLessThan(FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void isIdleWhilePausedWithABacklog(String protocol) throws Exception {
        Inbox inbox = new Inbox(batch -> waitForEnd(Duration.ofMillis(100)));
        publishBacklog();
        container.deploy(inbox, spec(protocol));
        await().atMost(SOON).until(() -> topic.committed(0) > 0 && topic.committed(1) > 0);

        consumers.pause(topic.group());
        await().atMost(SOON).until(() -> state() == ConsumerState.PAUSED);

        assertThat(shareOfACore()).isLessThan(FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void isIdleWhileEveryPartitionHasASlowDeliveryUnderWay(String protocol) throws Exception {
        Inbox inbox = new Inbox(batch -> waitForEnd(SOON));
        publishBacklog();
        container.deploy(inbox, spec(protocol));
        await().atMost(SOON).until(() -> inbox.batches().size() == 2);

        assertThat(shareOfACore()).isLessThan(FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void isIdleWhileOnePartitionHasASlowDeliveryUnderWayAndTheOtherNothing(String protocol) throws Exception {
        Inbox inbox = new Inbox(batch -> waitForEnd(SOON));
        topic.publishNumbers(0, BACKLOG);
        container.deploy(inbox, spec(protocol));
        await().atMost(SOON).until(() -> inbox.batches().size() == 1);

        assertThat(shareOfACore()).isLessThan(FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void isIdleWhileHeldByAFailureOfTheInfrastructure(String protocol) throws Exception {
        Inbox inbox = new Inbox(batch -> {
            throw new UnavailableException("no database", null);
        });
        publishBacklog();
        container.deploy(inbox, spec(protocol));
        await().atMost(SOON).until(() -> inbox.batches().size() > 2);

        assertThat(shareOfACore()).isLessThan(FEW);
    }

    /** What is held must not hold what comes for another partition. */
    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void takesWhatComesForOnePartitionWhileAnotherIsHeld(String protocol) throws Exception {
        Inbox inbox = new Inbox(batch -> {
            if (batch.get(0).partition() == 0) {
                waitForEnd(SOON);
            }
        });
        topic.publishNumbers(0, BACKLOG);
        container.deploy(inbox, spec(protocol));
        await().atMost(SOON).until(() -> inbox.batches().size() == 1);

        topic.publish(1, "other");

        await().atMost(SOON).until(() -> topic.committed(1) == 1);
    }

    private void publishBacklog() {
        topic.publishNumbers(0, BACKLOG);
        topic.publishNumbers(1, BACKLOG);
    }

    private ConsumerState state() {
        return consumers.list().get(0).state();
    }

    /** All poll threads together. */
    private double shareOfACore() {
        long from = System.nanoTime();
        long before = cpu();
        await().pollDelay(MEASURED).atMost(SOON).until(() -> true);
        return (double) (cpu() - before) / (System.nanoTime() - from);
    }

    /** Nanoseconds. */
    private long cpu() {
        return Arrays.stream(threads.dumpAllThreads(false, false))
                .filter(PollThreadCpuIT::polls)
                .mapToLong(ThreadInfo::getThreadId)
                .map(threads::getThreadCpuTime)
                .sum();
    }

    private static boolean polls(ThreadInfo thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(PollLoop.class.getName()));
    }

    private void waitForEnd(Duration most) {
        try {
            end.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Consumer<KafkaActivationSpec> spec(String protocol) {
        return spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setMaxBatchSize(10);
            spec.setGroupProtocol(protocol);
        };
    }
}
