package org.pizzaorders.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;

@Tag(SharedBroker.OLDER_TOO)
class TopicPatternIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String brokers = SharedBroker.bootstrapServers();
    private final String family = "family-" + UUID.randomUUID();
    private final Inbox inbox = new Inbox();

    @ParameterizedTest
    @MethodSource(SharedBroker.PROTOCOLS)
    void readsWhatFitsAlsoWhatComesLaterAndNoDeadLetters(String protocol) throws Exception {
        topic("-one").publish(0, "one");
        topic("-one-dlq").publish(0, "given up");
        try (Container container = new Container(brokers)) {
            container.deploy(inbox, spec -> {
                spec.setTopicPattern(family + "-.*");
                spec.setGroupId(family);
                spec.setGroupProtocol(protocol);
                spec.setConsumerProperties("metadata.max.age.ms=500");
            });
            await().atMost(SOON).until(() -> inbox.values().contains("one"));

            topic("-two").publish(0, "two");

            await().atMost(SOON).until(() -> inbox.values().contains("two"));
        }
        assertThat(inbox.values()).containsExactly("one", "two");
    }

    private TestTopic topic(String name) {
        TestTopic topic = new TestTopic(brokers, family + name);
        topic.create(1);
        return topic;
    }
}
