package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.resource.spi.InvalidPropertyException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;

/** Client properties of the adapter that are meant for some clients and reach them all. */
class SharedSettingsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String brokers = SharedBroker.bootstrapServers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request.timeout.ms=60000",
                "linger.ms=20000",
                "request.timeout.ms=10000;linger.ms=10",
                "retries=0",
                "transactional.id=mine"
            })
    void publishesDeadLettersWhateverTheSharedSettingsSayOfTimesAndTransactions(String shared) throws Exception {
        TestTopic topic = TestTopic.create(brokers, 1);
        topic.deadLetters().create(1);
        topic.publish(0, "guilty");
        try (Container container = new Container(brokers)) {
            container.adapter().setClientProperties(shared);
            container.deploy(new Inbox(SharedSettingsIT::fail), spec -> {
                spec.setTopics(topic.name());
                spec.setGroupId(topic.group());
                spec.setMaxAttempts(1);
                spec.setInitialBackoff("PT0.05S");
            });

            await().atMost(SOON).until(() -> topic.committed(0) == 1);
        }
    }

    @Test
    void refusesToDeployWithASettingThatNoProducerCanRead() {
        TestTopic topic = TestTopic.create(brokers, 1);
        try (Container container = new Container(brokers)) {
            container.adapter().setClientProperties("compression.type=squeeze");

            assertThatThrownBy(() -> container.deploy(new Inbox(), spec -> {
                        spec.setTopics(topic.name());
                        spec.setGroupId(topic.group());
                    }))
                    .isInstanceOf(InvalidPropertyException.class)
                    .hasMessageContaining("compression.type");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "max.poll.interval.ms=abc, max.poll.interval.ms",
        "isolation.level=foo, isolation.level",
        "group.protocol=foo, group.protocol",
        "max.poll.interval.ms=5000, drain"
    })
    void refusesToDeployWithASettingThatNoConsumerCanHave(String own, String named) {
        TestTopic topic = TestTopic.create(brokers, 1);
        try (Container container = new Container(brokers)) {
            assertThatThrownBy(() -> container.deploy(new Inbox(), spec -> {
                        spec.setTopics(topic.name());
                        spec.setGroupId(topic.group());
                        spec.setConsumerProperties(own);
                    }))
                    .isInstanceOf(InvalidPropertyException.class)
                    .hasMessageContaining(named);
        }
    }

    private static void fail(Object batch) {
        throw new IllegalArgumentException("planted");
    }
}
