package org.pizzaorders.kafka.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes to every partition of a topic without a break, numbered from 0, until it is closed. With one request at a
 * time: a partition that has just been made may refuse the first batch, having no leader yet, and take the second. A
 * broker that knows nothing of a producer begins with whatever number comes, and refuses the first one ever after.
 */
public final class Flow implements AutoCloseable {

    private static final long BREATH = Duration.ofMillis(5).toNanos();

    private final String topic;
    private final int partitions;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Thread thread = new Thread(this::publish, "flow");
    private volatile boolean closed;
    private volatile int published;
    private volatile Exception failure;

    public Flow(String bootstrapServers, TestTopic topic, int partitions) {
        this.topic = topic.name();
        this.partitions = partitions;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.in.flight.requests.per.connection", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        thread.start();
    }

    private void publish() {
        while (!closed) {
            byte[] value = Integer.toString(published).getBytes(UTF_8);
            for (int partition = 0; partition < partitions; partition++) {
                producer.send(new ProducerRecord<>(topic, partition, null, value), this::acknowledged);
            }
            published++;
            LockSupport.parkNanos(BREATH);
        }
    }

    private void acknowledged(RecordMetadata where, Exception refused) {
        failure = refused == null ? failure : refused;
    }

    /** In each partition, after the close. */
    public List<String> values() {
        return IntStream.range(0, published).mapToObj(Integer::toString).toList();
    }

    public int published() {
        return published;
    }

    /**
     * Waits until all is acknowledged.
     *
     * @throws IllegalStateException if the broker has refused some of it
     */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        producer.close();
        if (failure != null) {
            throw new IllegalStateException("not all was published", failure);
        }
    }
}
