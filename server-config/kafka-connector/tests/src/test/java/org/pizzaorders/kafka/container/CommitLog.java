package org.pizzaorders.kafka.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every offset that a group has ever committed, in the order of the commits, from the broker's own log of them. */
public final class CommitLog {

    private static final String INTERNAL_TOPIC = "__consumer_offsets";
    private static final int NEWEST_KEY_OF_OFFSETS = 1;

    private CommitLog() {}

    /** @return by partition of the group's only topic */
    public static Map<Integer, List<Long>> of(String bootstrapServers, String group) {
        Map<Integer, List<Long>> commits = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(INTERNAL_TOPIC).stream()
                    .map(each -> new TopicPartition(INTERNAL_TOPIC, each.partition()))
                    .collect(Collectors.toList());
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(each -> add(each, group, commits));
            }
        }
        return commits;
    }

    private static void add(ConsumerRecord<byte[], byte[]> each, String group, Map<Integer, List<Long>> commits) {
        ByteBuffer key = ByteBuffer.wrap(each.key());
        if (key.getShort() > NEWEST_KEY_OF_OFFSETS || !text(key).equals(group) || each.value() == null) {
            return;
        }
        text(key);
        ByteBuffer value = ByteBuffer.wrap(each.value());
        value.getShort();
        commits.computeIfAbsent(key.getInt(), partition -> new ArrayList<>()).add(value.getLong());
    }

    private static String text(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.getShort()];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
