package org.pizzaorders.local.bench.reference;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.pizzaorders.local.faults.plan.Stopwatch;
import org.pizzaorders.local.part.LocalRunException;

/** A topic of the bench's own, made like those of the application. It counts what arrives there. */
public final class EventTopic implements AutoCloseable {

    private static final int PARTITIONS = 6;
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Admin admin;
    private final String name;

    public EventTopic(String bootstrapServers, String name) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.name = name;
        answer(admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                .all());
    }

    public String name() {
        return name;
    }

    /** Waits until there are so many events, and returns how long that took. */
    public Duration await(long events, Duration patience) {
        Stopwatch watch = new Stopwatch();
        long size = size();
        while (size < events) {
            if (watch.elapsed().compareTo(patience) > 0) {
                throw new LocalRunException(
                        "Only " + size + " of " + events + " events arrived in " + patience.toSeconds() + " s");
            }
            Stopwatch.pause(LOOK, () -> false);
            size = size();
        }
        return watch.elapsed();
    }

    /** How many events are there. */
    public long size() {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(name, partition), each -> OffsetSpec.latest()));
        return answer(admin.listOffsets(ends).all()).values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new LocalRunException("Kafka refused: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
