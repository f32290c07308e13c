package org.pizzaorders.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.local.TestServices;
import org.pizzaorders.local.part.Ports;

class KafkaBrokerIT {

    private static final TopicPartition PARTITION = new TopicPartition("order-events", 0);

    @TempDir
    private Path home;

    @Test
    void keepsAcknowledgedRecordsThroughAKill() throws Exception {
        try (KafkaBroker broker = new KafkaBroker(home, Ports.free())) {
            broker.start();
            send(broker, "kept");

            broker.kill();
            assertThat(broker.alive()).isFalse();
            broker.start();

            assertThat(records(broker)).containsExactly("kept");
        }
    }

    @Test
    void createsTheTopicsWithTheirDeadLetterTopics() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestServices.kafka().bootstrapServers()))) {
            Set<String> topics = admin.listTopics().names().get();

            assertThat(topics)
                    .contains("menu-events", "order-events", "payment-events", "notification-events")
                    .contains("menu-events-dlq", "order-events-dlq", "payment-events-dlq", "notification-events-dlq");
            assertThat(admin.describeTopics(List.of("order-events"))
                            .allTopicNames()
                            .get()
                            .get("order-events")
                            .partitions())
                    .hasSize(6);
        }
    }

    @Test
    void refusesASecondBrokerOnTheSameFolder() {
        try (KafkaBroker first = new KafkaBroker(home, Ports.free());
                KafkaBroker second = new KafkaBroker(home, Ports.free())) {
            first.start();

            assertThatThrownBy(second::start).hasMessageContaining("another broker runs on");
            assertThat(first.alive()).isTrue();
        }
    }

    private static void send(KafkaBroker broker, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), "key", value))
                    .get();
        }
    }

    private static List<String> records(KafkaBroker broker) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            return StreamSupport.stream(consumer.poll(Duration.ofSeconds(20)).spliterator(), false)
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }
}
