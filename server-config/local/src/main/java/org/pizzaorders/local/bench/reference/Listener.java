package org.pizzaorders.local.bench.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A plain consumer that notes when the first event of each key arrives. It belongs to no group. */
public final class Listener implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::listen, "listener");
    private volatile boolean over;

    private Listener(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Listens to all events that come from now on. */
    public static Listener on(String topic, String bootstrapServers) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Listener listener = new Listener(consumer);
        listener.thread.start();
        return listener;
    }

    /** By key, in microseconds of the epoch. */
    public Map<String, Long> firstSeen() {
        return Map.copyOf(firstSeen);
    }

    private void listen() {
        while (!over) {
            var records = consumer.poll(POLL);
            long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            records.forEach(event -> firstSeen.putIfAbsent(event.key(), now));
        }
        consumer.close();
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
