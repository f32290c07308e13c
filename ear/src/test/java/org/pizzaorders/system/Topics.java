package org.pizzaorders.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from the beginning, as an auditor would. */
final class Topics {

    /** @param subject whose fact it is */
    record Told(String id, String type, String subject, int version) {}

    private final String bootstrapServers;

    Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** All that is on the topic by now; in order within each subject. */
    List<Told> all(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var told = new ArrayList<Told>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> told.add(told(event)));
            }
            return told;
        }
    }

    private static Told told(ConsumerRecord<byte[], byte[]> event) {
        var type = header(event, "ce_type");
        return new Told(
                header(event, "ce_id"),
                type.replaceAll("^.*\\.([A-Za-z]+)\\.v\\d+$", "$1"),
                header(event, "ce_subject"),
                Integer.parseInt(header(event, "ce_aggregateversion")));
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }
}
