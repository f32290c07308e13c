package org.pizzaorders.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads topics from the beginning, as an auditor would, and writes to them, as nobody should. */
final class Topics {

    /** @param subject whose fact it is */
    record Event(String id, String type, String subject, int version) {}

    private final String bootstrapServers;

    Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** All events that are on the topic by now; in order within each subject. What is no event is left out. */
    List<Event> all(String topic) {
        return records(topic).stream()
                .filter(event -> event.headers().lastHeader("ce_aggregateversion") != null)
                .map(Topics::event)
                .toList();
    }

    /** What the records on the topic hold. */
    List<String> values(String topic) {
        return records(topic).stream()
                .map(event -> new String(event.value(), UTF_8))
                .toList();
    }

    /** @return where it stands, once the broker has it */
    RecordMetadata write(ProducerRecord<String, String> event) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            return producer.send(event).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static Event event(ConsumerRecord<byte[], byte[]> event) {
        var type = header(event, "ce_type");
        return new Event(
                header(event, "ce_id"),
                type.replaceAll("^.*\\.([A-Za-z]+)\\.v\\d+$", "$1"),
                header(event, "ce_subject"),
                Integer.parseInt(header(event, "ce_aggregateversion")));
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }
}
