package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMX;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.monitoring.ConsumerMXBean;

/** A delivery that takes longer than a stop waits. */
class DrainIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Semaphore mayEnd = new Semaphore(0);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Inbox inbox = new Inbox(batch -> {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        mayEnd.acquireUninterruptibly();
        now.decrementAndGet();
    });
    private TestTopic topic;
    private Container container;
    private Container.Bean bean;

    @BeforeEach
    void deliver() throws Exception {
        String brokers = SharedBroker.bootstrapServers();
        topic = TestTopic.create(brokers, 1);
        topic.publish(0, "slow");
        container = new Container(brokers);
        bean = container.deploy(inbox, spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setDrain("PT0.5S");
        });
        await().atMost(SOON).until(() -> now.get() == 1);
    }

    @AfterEach
    void stopContainer() {
        mayEnd.release(100);
        container.close();
    }

    @Test
    void isNotWaitedForLongerThanTheActivationSays() {
        long start = System.nanoTime();

        bean.undeploy();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(now).hasValue(1);
    }

    @Test
    void endsBeforeTheSamePartitionIsDeliveredByTheNextConsumer() throws Exception {
        ConsumerMXBean jmx = jmx();
        jmx.stop();

        jmx.start();
        await().atMost(SOON).until(() -> jmx.getPositions().values().contains(0L));
        topic.publish(0, "behind");
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> now.get() == 1);
        mayEnd.release(100);

        await().atMost(SOON).until(() -> topic.committed(0) == 2);
        assertThat(most).hasValue(1);
        assertThat(inbox.values()).startsWith("slow", "slow").endsWith("behind");
    }

    private ConsumerMXBean jmx() throws Exception {
        var name = "org.pizzaorders.kafka:type=Consumer,group=" + topic.group() + ",activation=" + topic.group();
        return JMX.newMXBeanProxy(
                ManagementFactory.getPlatformMBeanServer(), new ObjectName(name), ConsumerMXBean.class);
    }
}
