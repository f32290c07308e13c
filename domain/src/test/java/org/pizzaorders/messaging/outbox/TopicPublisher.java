package org.pizzaorders.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.pizzaorders.messaging.outbox.PublishResult.NotPublished;
import org.pizzaorders.messaging.outbox.PublishResult.Published;

/** A topic that a real broker has, published to as the connector does, which this module cannot see. */
final class TopicPublisher implements EventPublisher, AutoCloseable {

    private static final int PARTITIONS = 6;

    private final String bootstrapServers;
    private final KafkaProducer<byte[], byte[]> producer;

    TopicPublisher(String bootstrapServers, Duration deliveryTimeout) {
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "compression.type",
                        "lz4",
                        "batch.size",
                        64 * 1024,
                        "linger.ms",
                        0,
                        "max.block.ms",
                        2_000,
                        "request.timeout.ms",
                        Math.toIntExact(deliveryTimeout.toMillis()) / 2,
                        "delivery.timeout.ms",
                        Math.toIntExact(deliveryTimeout.toMillis())),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public List<CompletionStage<PublishResult>> publish(List<OutgoingEvent> events) {
        return events.stream().map(this::publish).toList();
    }

    private CompletionStage<PublishResult> publish(OutgoingEvent event) {
        var result = new CompletableFuture<PublishResult>();
        var entry = new ProducerRecord<>(
                event.topic(), event.key().getBytes(UTF_8), event.payload().getBytes(UTF_8));
        event.headers().forEach((name, value) -> entry.headers().add(name, value.getBytes(UTF_8)));
        producer.send(
                entry,
                (metadata, failure) -> result.complete(
                        failure == null
                                ? new Published()
                                : new NotPublished(
                                        failure.getClass().getSimpleName(),
                                        !(failure instanceof RecordTooLargeException))));
        return result;
    }

    /** Everything that is on the topic by now, each partition in order. */
    List<ConsumerRecord<String, String>> read(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer())) {
            var partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
