package org.pizzaorders.local.faults.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topics from their beginning, and the lag of the consumers. */
public final class Topics implements AutoCloseable {

    static final List<String> ALL = List.of("menu-events", "order-events", "payment-events", "notification-events");

    private final String bootstrapServers;
    private final Admin admin;

    public Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** All events that are on the topic now, in order within each key. */
    List<TopicEvent> read(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<TopicEvent> events = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> events.add(topicEvent(event)));
            }
            return events;
        }
    }

    /** The number of records on a topic. */
    long size(String topic) {
        return ends(topic).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The consumer lag of each group, including groups without members. */
    public Map<String, Long> lags() {
        Map<TopicPartition, Long> ends = new LinkedHashMap<>();
        ALL.forEach(topic -> ends.putAll(ends(topic)));
        Map<String, Long> lags = new LinkedHashMap<>();
        for (GroupListing group :
                answer(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())) {
            String id = group.groupId();
            var committed = answer(admin.listConsumerGroupOffsets(Map.of(id, new ListConsumerGroupOffsetsSpec()))
                    .all());
            lags.put(id, lag(committed.get(id), ends));
        }
        return lags;
    }

    private static long lag(Map<TopicPartition, OffsetAndMetadata> offsets, Map<TopicPartition, Long> ends) {
        return offsets.entrySet().stream()
                .filter(entry -> entry.getValue() != null && ends.containsKey(entry.getKey()))
                .mapToLong(entry -> ends.get(entry.getKey()) - entry.getValue().offset())
                .sum();
    }

    private Map<TopicPartition, Long> ends(String topic) {
        Map<TopicPartition, OffsetSpec> wanted = new LinkedHashMap<>();
        answer(admin.describeTopics(List.of(topic)).allTopicNames())
                .get(topic)
                .partitions()
                .forEach(info -> wanted.put(new TopicPartition(topic, info.partition()), OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new LinkedHashMap<>();
        answer(admin.listOffsets(wanted).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static TopicEvent topicEvent(ConsumerRecord<byte[], byte[]> event) {
        return new TopicEvent(
                event.topic(),
                event.key() == null ? "" : new String(event.key(), UTF_8),
                header(event, "ce_id"),
                header(event, "ce_type").replaceAll("^.*\\.([A-Za-z]+)\\.v\\d+$", "$1"),
                header(event, "ce_subject"),
                Integer.parseInt(header(event, "ce_aggregateversion")));
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? "0" : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        admin.close();
    }
}
