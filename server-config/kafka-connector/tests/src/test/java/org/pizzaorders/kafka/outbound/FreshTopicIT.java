package org.pizzaorders.kafka.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;
import org.pizzaorders.kafka.broker.SharedBroker;
import org.pizzaorders.kafka.container.TestTopic;

/**
 * A producer's first records meet partitions that have no leader yet. With several requests on their way at a time, more
 * than half of such runs lost the order and waited for the delivery time-out.
 */
class FreshTopicIT {

    private static final int PARTITIONS = 12;
    private static final int ROUNDS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BREATH_NANOS = 200_000;

    private final String brokers = SharedBroker.bootstrapServers();

    @RepeatedTest(5)
    void publishesInOrderWhileTheLeadersAreStillBeingMade() throws Exception {
        TestTopic topic = new TestTopic(brokers);
        topic.create(PARTITIONS);
        List<CompletableFuture<SendResult>> results = new ArrayList<>();

        try (SharedProducer producer =
                SharedProducer.of(() -> Map.of("bootstrap.servers", brokers), PATIENCE, PATIENCE, Map.of())) {
            for (int round = 0; round < ROUNDS; round++) {
                results.addAll(producer.sendEach(oneOfEachKey(topic, round)));
                LockSupport.parkNanos(BREATH_NANOS);
            }
            assertThat(results).map(CompletableFuture::join).hasOnlyElementsOfType(SendResult.Acknowledged.class);
        }

        Map<String, List<String>> published = topic.records().stream()
                .collect(groupingBy(ConsumerRecord::key, mapping(ConsumerRecord::value, toList())));
        List<String> all =
                IntStream.range(0, ROUNDS).mapToObj(Integer::toString).toList();
        assertThat(published).hasSize(PARTITIONS);
        assertThat(published.values()).allSatisfy(each -> assertThat(each).isEqualTo(all));
    }

    private static List<OutgoingRecord> oneOfEachKey(TestTopic topic, int round) {
        byte[] value = Integer.toString(round).getBytes(UTF_8);
        return IntStream.range(0, PARTITIONS)
                .mapToObj(key -> new OutgoingRecord(topic.name(), ("key-" + key).getBytes(UTF_8), value, Map.of()))
                .toList();
    }
}
