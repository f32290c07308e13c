package org.pizzaorders.kafka.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;

/** Dead letters that their topic will never take as they are. */
class UntakenDeadLetterIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LARGE =
            new Random(1).ints(20_000, '!', '~').mapToObj(Character::toString).collect(Collectors.joining());

    private final String brokers = SharedBroker.bootstrapServers();
    private final TestTopic topic = TestTopic.create(brokers, 1);

    @ParameterizedTest
    @ValueSource(ints = {10_000, 1_000})
    void oneTooLargeForItsTopicIsStoredShortenedAndPointsAtTheRecord(int limit) throws Exception {
        topic.deadLetters().create(1, Map.of("max.message.bytes", Integer.toString(limit)));
        topic.publish(0, "a", LARGE, "b");

        consumeUntilCommitted(3);

        List<ConsumerRecord<String, String>> letters = topic.deadLetters().records();
        assertThat(letters).hasSize(1);
        ConsumerRecord<String, String> letter = letters.get(0);
        assertThat(LARGE).startsWith(letter.value());
        assertThat(header(letter, "topic")).isEqualTo(topic.name());
        assertThat(header(letter, "partition")).isEqualTo("0");
        assertThat(header(letter, "offset")).isEqualTo("1");
        assertThat(header(letter, "shortened")).isEqualTo("value=20000,key=0");
    }

    @Test
    void oneWithoutAKeyIsStoredAsAPointerOnACompactedTopic() throws Exception {
        topic.deadLetters().create(1, Map.of("cleanup.policy", "compact"));
        topic.publish(0, LARGE, "b");

        consumeUntilCommitted(2);

        assertThat(topic.deadLetters().records())
                .extracting(ConsumerRecord::key)
                .containsExactly(topic.name() + "-0@0");
    }

    private void consumeUntilCommitted(long offset) throws Exception {
        try (Container container = new Container(brokers)) {
            container.deploy(new Inbox(UntakenDeadLetterIT::failOnLarge), spec -> {
                spec.setTopics(topic.name());
                spec.setGroupId(topic.group());
                spec.setMaxAttempts(1);
                spec.setInitialBackoff("PT0.05S");
            });
            await().atMost(SOON).until(() -> topic.committed(0) == offset);
        }
    }

    private static void failOnLarge(List<ConsumedRecord> batch) {
        if (batch.stream().map(Inbox::value).anyMatch(LARGE::equals)) {
            throw new IllegalArgumentException("planted");
        }
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        return new String(letter.headers().lastHeader("dead-letter-" + name).value(), UTF_8);
    }
}
