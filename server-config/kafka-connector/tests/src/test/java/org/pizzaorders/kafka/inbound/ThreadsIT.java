package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;

/** A server whose pool has few threads. */
class ThreadsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String brokers = SharedBroker.bootstrapServers();
    private final TestTopic topic = TestTopic.create(brokers, 4);
    private final Inbox inbox = new Inbox();
    private Container container;

    @AfterEach
    void stopContainer() {
        container.close();
    }

    @Test
    void consumersTakeNoThreadFromDeliveriesWhereTheServerHasOthersForThem() throws Exception {
        container = new Container(brokers, 1, true);
        topic.publish(0, "a");
        topic.publish(1, "b");

        container.deploy(inbox, spec("one").andThen(spec -> spec.setConsumers(3)));

        await().atMost(SOON).until(() -> inbox.values().size() == 2);
        await().atMost(SOON).until(() -> state("one") == ConsumerState.RUNNING);
    }

    @Test
    void aDeliveryThatNoThreadTakesIsSeen() throws Exception {
        container = new Container(brokers, 1, false);
        topic.publish(0, "a");

        container.deploy(inbox, spec("one"));

        await().atMost(SOON).until(() -> state("one") == ConsumerState.DEGRADED);
        assertThat(container.adapter().consumers().list().get(0).lastError()).contains("no thread of the server");
        assertThat(inbox.values()).isEmpty();
    }

    @Test
    void aConsumerThatNoThreadTakesIsSeen() throws Exception {
        container = new Container(brokers, 1, false);
        container.deploy(new Inbox(), spec("one"));

        container.deploy(inbox, spec("two"));

        await().atMost(SOON).until(() -> state("two") == ConsumerState.DEGRADED);
        await().atMost(SOON).until(() -> state("one") == ConsumerState.RUNNING);
    }

    @Test
    void aDeliveryThatGetsAThreadInTheEndIsNothingToWorryAbout() throws Exception {
        container = new Container(brokers, 1, true);
        Semaphore mayEnd = new Semaphore(0);
        Inbox slow = new Inbox(batch -> mayEnd.acquireUninterruptibly());
        topic.publish(0, "a");
        topic.publish(1, "b");
        container.deploy(slow, spec("one"));
        await().atMost(SOON).until(() -> state("one") == ConsumerState.DEGRADED);

        mayEnd.release(2);

        await().atMost(SOON).until(() -> state("one") == ConsumerState.RUNNING);
        assertThat(slow.values()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aDeliveryThatGotNoThreadIsTakenBackWhenItsConsumerEnds() throws Exception {
        container = new Container(brokers, 1, true);
        Semaphore mayEnd = new Semaphore(0);
        container.deploy(new Inbox(batch -> mayEnd.acquireUninterruptibly()), spec("slow"));
        topic.publish(0, "a");
        await().atMost(SOON).until(mayEnd::hasQueuedThreads);
        Container.Bean bean = container.deploy(inbox, spec("one"));
        await().atMost(SOON).until(() -> state("one") == ConsumerState.DEGRADED);

        bean.undeploy();
        mayEnd.release(2);
        container.deploy(inbox, spec("one"));

        await().atMost(SOON).until(() -> inbox.values().contains("a") && state("one") == ConsumerState.RUNNING);
        assertThat(inbox.values()).containsExactly("a");
    }

    @Test
    void consumersThatNoThreadTakesEndAtOnce() throws Exception {
        container = new Container(brokers, 1, false);
        Container.Bean bean = container.deploy(inbox, spec("one").andThen(spec -> spec.setConsumers(4)));
        await().atMost(SOON).until(() -> state("one") == ConsumerState.DEGRADED);

        long start = System.nanoTime();
        bean.undeploy();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
    }

    @Test
    void noMoreDeliveriesThanWantedAreUnderWayAtATimeAndNoPartitionWaitsForEver() throws Exception {
        container = new Container(brokers);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Inbox counting = new Inbox(batch -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
        });
        IntStream.range(0, 4).forEach(partition -> topic.publishNumbers(partition, 50));

        container.deploy(counting, spec("one").andThen(spec -> {
            spec.setConsumers(2);
            spec.setMaxBatchSize(1);
            spec.setMaxConcurrency(1);
        }));

        await().atMost(SOON).until(() -> counting.values().size() == 200);
        assertThat(most).hasValue(1);
        assertThat(IntStream.range(0, 4).mapToObj(counting::values))
                .allSatisfy(each -> assertThat(each).hasSize(50));
    }

    private ConsumerState state(String group) {
        return container.adapter().consumers().list().stream()
                .filter(view -> view.groupId().equals(topic.name() + group))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private Consumer<KafkaActivationSpec> spec(String group) {
        return spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.name() + group);
            spec.setDrain("PT1S");
        };
    }
}
