package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.GroupType;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.broker.Broker;
import org.pizzaorders.kafka.broker.KafkaVersion;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;

/** What the connector makes of a broker that has the new group protocol as an early access, switched off by default. */
class OlderBrokerIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static final Map<String, String> EARLY_ACCESS =
            Map.of("group.coordinator.rebalance.protocols", "classic,consumer");

    @Test
    void theNewProtocolIsUsedOnlyWhereTheBrokersOfferIt() throws Exception {
        try (Broker broker = new Broker(KafkaVersion.KAFKA_3_9);
                Container byDefault = new Container(broker.bootstrapServers());
                Container byForce = new Container(broker.bootstrapServers())) {
            broker.start();

            TestTopic topic = deploy(byDefault, broker, "auto");
            deploy(byForce, broker, "consumer");

            await().atMost(SOON).until(() -> topic.committed(0) == 1);
            assertThat(topic.groupType()).isEqualTo(GroupType.CLASSIC);
            assertThat(view(byDefault).state()).isEqualTo(ConsumerState.RUNNING);
            assertThat(view(byDefault).lastError()).isNull();
            await().atMost(SOON).until(() -> view(byForce).state() == ConsumerState.STOPPED);
            assertThat(view(byForce).lastError()).contains("UnsupportedVersionException");
        }
    }

    @Test
    void theNewProtocolIsUsedWhereItsEarlyAccessIsSwitchedOn() throws Exception {
        try (Broker broker = new Broker(KafkaVersion.KAFKA_3_9, EARLY_ACCESS);
                Container container = new Container(broker.bootstrapServers())) {
            broker.start();

            TestTopic topic = deploy(container, broker, "auto");

            await().atMost(SOON).until(() -> topic.committed(0) == 1);
            assertThat(topic.groupType()).isEqualTo(GroupType.CONSUMER);
        }
    }

    private static TestTopic deploy(Container container, Broker broker, String protocol) throws Exception {
        TestTopic topic = TestTopic.create(broker.bootstrapServers(), 1);
        topic.publish(0, "record");
        container.deploy(new Inbox(), spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
            spec.setGroupProtocol(protocol);
            spec.setSetupAttempts(1);
        });
        return topic;
    }

    private static ConsumerView view(Container container) {
        return container.adapter().consumers().list().get(0);
    }
}
