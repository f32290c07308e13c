package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.management.JMX;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.kafka.api.UnavailableException;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.kafka.monitoring.ConsumerMXBean;

/** An operator has a consumer go on elsewhere. */
class SeekIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private volatile String held;
    private final Inbox inbox = new Inbox(batch -> {
        if (batch.stream().map(Inbox::value).anyMatch(each -> each.equals(held))) {
            throw new UnavailableException("planted");
        }
    });
    private TestTopic topic;
    private Container container;
    private ConsumerMXBean jmx;

    @BeforeEach
    void startContainer() {
        String brokers = SharedBroker.bootstrapServers();
        topic = TestTopic.create(brokers, 1);
        container = new Container(brokers);
    }

    @AfterEach
    void stopContainer() {
        container.close();
    }

    @ParameterizedTest
    @Tag(SharedBroker.OLDER_TOO)
    @MethodSource(SharedBroker.PROTOCOLS)
    void backToAnOffsetDeliversAgainFromThere(String protocol) throws Exception {
        topic.publish(0, "a", "b", "c");
        deploy(protocol);
        await().atMost(SOON)
                .until(() -> topic.committed(0) == 3 && !jmx.getPositions().isEmpty());

        jmx.seek(topic.name(), 0, 1, "The database was restored.");

        await().atMost(SOON).until(() -> inbox.values().size() == 5);
        assertThat(inbox.values()).containsExactly("a", "b", "c", "b", "c");
        await().atMost(SOON).until(() -> topic.committed(0) == 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void forwardPassesOverWhatIsHeldAlsoThroughARestart(String protocol) throws Exception {
        held = "b";
        topic.publish(0, "a", "b", "c");
        Container.Bean bean = deploy(protocol);
        await().atMost(SOON)
                .until(() -> inbox.values().contains("b") && !jmx.getPositions().isEmpty());

        jmx.seek(topic.name(), 0, 2, "Nobody wants it.");

        await().atMost(SOON).until(() -> topic.committed(0) == 3);
        await().atMost(SOON).until(() -> jmx.getState().equals("RUNNING"));
        bean.undeploy();
        deploy(protocol);
        topic.publish(0, "d");
        await().atMost(SOON).until(() -> topic.committed(0) == 4);
        assertThat(inbox.values()).endsWith("c", "d");
    }

    @Test
    @Tag(SharedBroker.OLDER_TOO)
    void toATimeGoesToTheFirstRecordThatIsNoOlder() throws Exception {
        topic.publish(0, "before");
        Instant between = Instant.now().plusMillis(50);
        await().until(() -> Instant.now().isAfter(between));
        topic.publish(0, "after");
        deploy("auto");
        await().atMost(SOON)
                .until(() -> topic.committed(0) == 2 && !jmx.getPositions().isEmpty());

        jmx.seekToTime(topic.name(), between.toString(), "From then on.");

        await().atMost(SOON).until(() -> inbox.values().size() == 3);
        assertThat(inbox.values()).containsExactly("before", "after", "after");
        jmx.seekToTime(topic.name(), Instant.now().plusSeconds(60).toString(), "Nothing more.");
        await().atMost(SOON).until(() -> jmx.getPositions().equals(Map.of(topic.name() + "-0", 2L)));
    }

    @Test
    void ofAPartitionThatIsNotHereIsRefused() throws Exception {
        deploy("auto");

        assertThatThrownBy(() -> jmx.seek(topic.name(), 7, 0, "Wrong.")).hasMessageContaining("not assigned here");
        assertThatThrownBy(() -> jmx.seekToTime(topic.name(), "yesterday", "Wrong."))
                .hasMessageContaining("Not a time");
        assertThatThrownBy(() -> jmx.seekToTime(topic.name(), "1969-12-31T23:59:59Z", "Wrong."))
                .hasMessageContaining("from 1970");
        assertThatThrownBy(() -> jmx.seek(topic.name(), 0, 0, " ")).hasMessageContaining("say why");
    }

    @Test
    void beyondTheEndGoesToTheEnd() throws Exception {
        topic.publish(0, "a");
        deploy("auto");
        await().atMost(SOON)
                .until(() -> topic.committed(0) == 1 && !jmx.getPositions().isEmpty());

        jmx.seek(topic.name(), 0, 100, "All.");
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> jmx.getPositions().containsValue(1L));
        topic.publish(0, "b");

        await().atMost(SOON).until(() -> topic.committed(0) == 2);
        assertThat(inbox.values()).isEqualTo(List.of("a", "b"));
    }

    private Container.Bean deploy(String protocol) throws Exception {
        Container.Bean bean = container.deploy(inbox, spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setGroupProtocol(protocol);
            spec.setMaxBatchSize(1);
            spec.setInitialBackoff("PT0.05S");
        });
        var name = "org.pizzaorders.kafka:type=Consumer,group=" + topic.group() + ",activation=" + topic.group();
        jmx = JMX.newMXBeanProxy(
                ManagementFactory.getPlatformMBeanServer(), new ObjectName(name), ConsumerMXBean.class);
        return bean;
    }
}
