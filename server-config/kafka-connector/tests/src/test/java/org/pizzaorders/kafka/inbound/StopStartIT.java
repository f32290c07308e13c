package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.InstanceNotFoundException;
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

/** An operator ends an activation and begins it again, while its bean stays deployed. */
class StopStartIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Inbox inbox = new Inbox();
    private TestTopic topic;
    private Container container;
    private Container.Bean bean;
    private ConsumerMXBean jmx;

    @BeforeEach
    void consume() throws Exception {
        String brokers = SharedBroker.bootstrapServers();
        topic = TestTopic.create(brokers, 2);
        container = new Container(brokers);
        bean = container.deploy(inbox, spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setConsumers(2);
        });
        var name = "org.pizzaorders.kafka:type=Consumer,group=" + topic.group() + ",activation=" + topic.group();
        jmx = JMX.newMXBeanProxy(
                ManagementFactory.getPlatformMBeanServer(), new ObjectName(name), ConsumerMXBean.class);
        topic.publish(0, "first");
        await().atMost(SOON).until(() -> topic.committed(0) == 1);
    }

    @AfterEach
    void stopContainer() {
        container.close();
    }

    @Test
    void leavesTheGroupAndGoesOnWhereItWas() throws Exception {
        jmx.stop();
        jmx.stop();

        assertThat(jmx.getState()).isEqualTo("STOPPED");
        assertThat(topic.members()).isEmpty();
        topic.publish(0, "second");
        topic.publish(1, "third");

        jmx.start();
        jmx.start();

        await().atMost(SOON).until(() -> topic.committed(0) == 2 && topic.committed(1) == 1);
        assertThat(inbox.values()).containsExactlyInAnyOrder("first", "second", "third");
        await().atMost(SOON).until(() -> jmx.getState().equals("RUNNING"));
        assertThat(jmx.getDelivered()).isEqualTo(3);
        assertThat(topic.members()).hasSize(2);
    }

    @Test
    void isNotStartedOnceTheBeanIsUndeployed() throws Exception {
        jmx.stop();
        bean.undeploy();

        assertThatThrownBy(jmx::start).hasRootCauseInstanceOf(InstanceNotFoundException.class);
        assertThat(topic.members()).isEmpty();
    }
}
