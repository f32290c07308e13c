package org.pizzaorders.local.bench.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.pizzaorders.local.faults.plan.Stopwatch;
import org.pizzaorders.local.part.LocalRunException;

/** The limit for events: Kafka's producer with the application's settings, which sends an event of the application. */
public final class PlainProducer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaProducer<byte[], byte[]> producer;
    private final ConsumerRecord<byte[], byte[]> sample;

    /** @param source a topic that has events already */
    public PlainProducer(String bootstrapServers, String source) {
        this.sample = sample(bootstrapServers, source);
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        0,
                        "batch.size",
                        64 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends so many events, and returns how long it took until the broker had acknowledged all. */
    public Duration send(String topic, int events) {
        List<byte[]> keys = IntStream.range(0, 1 + events / 4)
                .mapToObj(ignored -> UUID.randomUUID().toString().getBytes(UTF_8))
                .toList();
        Stopwatch watch = new Stopwatch();
        for (int i = 0; i < events; i++) {
            send(topic, keys.get(i % keys.size()), sample.value());
        }
        flush();
        return watch.elapsed();
    }

    void send(String topic, String key, String value) {
        send(topic, key.getBytes(UTF_8), value.getBytes(UTF_8));
    }

    private void send(String topic, byte[] key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, null, key, value, sample.headers()));
    }

    void flush() {
        producer.flush();
    }

    /** The last record of any partition. */
    private static ConsumerRecord<byte[], byte[]> sample(String bootstrapServers, String source) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(source).stream()
                    .map(info -> new TopicPartition(source, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.endOffsets(partitions).forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - 1)));
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(PATIENCE)) {
                return found;
            }
            throw new LocalRunException("There is no event on " + source);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
