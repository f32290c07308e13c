package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;

class ShutdownIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String brokers = SharedBroker.bootstrapServers();
    private final TestTopic topic = TestTopic.create(brokers, 1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void drainsAndEveryCallerWaitsForItAndTheNextMemberStartsBehind(String protocol) throws Exception {
        Inbox before = new Inbox(batch -> waitFor(mayEnd));
        Inbox after = new Inbox();
        topic.publish(0, "under way");
        Container stopped = new Container(brokers);
        Container.Bean bean = stopped.deploy(before, spec(protocol));
        await().atMost(SOON).until(() -> before.values().size() == 1);
        topic.publish(0, "behind");

        List<Thread> callers = Stream.<Runnable>of(stopped.adapter()::stop, bean::undeploy, bean::undeploy)
                .map(Thread::new)
                .toList();
        callers.forEach(Thread::start);
        await().atMost(SOON)
                .until(() -> callers.stream().allMatch(each -> each.getState() == Thread.State.TIMED_WAITING));
        assertThat(topic.committed(0)).isZero();
        mayEnd.countDown();
        for (Thread each : callers) {
            each.join(SOON.toMillis());
            assertThat(each.isAlive()).isFalse();
        }

        assertThat(topic.committed(0)).isEqualTo(1);
        assertThat(before.values()).containsExactly("under way");
        assertThat(bean.openEndpoints()).isZero();
        assertThat(topic.members()).isEmpty();
        try (stopped;
                Container next = new Container(brokers)) {
            next.deploy(after, spec(protocol));
            await().atMost(SOON).until(() -> topic.committed(0) == 2);
            assertThat(after.values()).containsExactly("behind");
        }
    }

    private Consumer<KafkaActivationSpec> spec(String protocol) {
        return spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setGroupProtocol(protocol);
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
