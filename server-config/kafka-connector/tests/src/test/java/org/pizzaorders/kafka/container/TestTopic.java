package org.pizzaorders.kafka.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic and a group of one test's own, and what the broker says of them. */
public final class TestTopic {

    private final String bootstrapServers;
    private final String name;

    public TestTopic(String bootstrapServers) {
        this(bootstrapServers, "topic-" + UUID.randomUUID());
    }

    /** @param name of one that another process may have made */
    public TestTopic(String bootstrapServers, String name) {
        this.bootstrapServers = bootstrapServers;
        this.name = name;
    }

    /** Where its dead letters go by default. Not created yet. */
    public TestTopic deadLetters() {
        return new TestTopic(bootstrapServers, name + "-dlq");
    }

    /** Waits until the broker, which may be busy with other tests, shows it to its clients. */
    public static TestTopic create(String bootstrapServers, int partitions) {
        return create(bootstrapServers, partitions, Map.of());
    }

    /** @param settings the topic's own */
    public static TestTopic create(String bootstrapServers, int partitions, Map<String, String> settings) {
        TestTopic topic = new TestTopic(bootstrapServers);
        topic.create(partitions, settings);
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(topic::hasLeaders);
        return topic;
    }

    private boolean hasLeaders() {
        return ask(admin -> admin.describeTopics(List.of(name)).allTopicNames().get().get(name).partitions().stream()
                .allMatch(each -> each.leader() != null && !each.leader().isEmpty()));
    }

    /** Does not wait for the leaders. */
    public void create(int partitions) {
        create(partitions, Map.of());
    }

    /** Does not wait for the leaders. */
    public void create(int partitions, Map<String, String> settings) {
        ask(admin -> admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(settings)))
                .all()
                .get());
    }

    public void delete() {
        ask(admin -> admin.deleteTopics(List.of(name)).all().get());
    }

    public String name() {
        return name;
    }

    public String group() {
        return name + "-group";
    }

    /** Waits for the acknowledgement. */
    public void publish(int partition, String... values) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(name, partition, null, value));
            }
        }
    }

    /** @param kept false: the transaction is aborted */
    public void publishInTransaction(int partition, boolean kept, String value) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "tx-" + UUID.randomUUID()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(name, partition, null, value));
            producer.flush();
            if (kept) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    /** With the headers that travel along, one of them without a value, and one twice. */
    public void publishTraced(int partition, String key, String value) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> traced = new ProducerRecord<>(name, partition, key, value);
            traced.headers()
                    .add("ce_traceparent", "00-trace".getBytes(UTF_8))
                    .add("empty", null)
                    .add("via", "north".getBytes(UTF_8))
                    .add("via", "south".getBytes(UTF_8));
            producer.send(traced);
        }
    }

    /** All there is, from the beginning. */
    public List<ConsumerRecord<String, String>> records() {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(each -> new TopicPartition(name, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    public void publishNumbers(int partition, int count) {
        publish(partition, IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new));
    }

    /** Up to where the group has committed the partition; 0 if it has not. */
    public long committed(int partition) {
        OffsetAndMetadata offset = offset(partition);
        return offset == null ? 0 : offset.offset();
    }

    public Optional<Integer> leaderEpochCommitted(int partition) {
        return offset(partition).leaderEpoch();
    }

    private OffsetAndMetadata offset(int partition) {
        Map<TopicPartition, OffsetAndMetadata> offsets = ask(admin -> admin.listConsumerGroupOffsets(group())
                .partitionsToOffsetAndMetadata()
                .get());
        return offsets.get(new TopicPartition(name, partition));
    }

    /** The protocol that the group uses. */
    public GroupType groupType() {
        return ask(admin -> admin.describeConsumerGroups(List.of(group()))
                .describedGroups()
                .get(group())
                .get()
                .type());
    }

    /** The group's members. A member that was lost comes back under another id. */
    public Set<String> members() {
        return ask(admin ->
                admin.describeConsumerGroups(List.of(group())).describedGroups().get(group()).get().members().stream()
                        .map(MemberDescription::consumerId)
                        .collect(Collectors.toSet()));
    }

    private interface Question<T> {
        T ask(Admin admin) throws InterruptedException, ExecutionException;
    }

    private <T> T ask(Question<T> question) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return question.ask(admin);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
