package org.pizzaorders.kafka.inbound.session;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Seeks that operators request. Any thread may request them; the poll thread does them at its next round, in the order
 * of the requests.
 */
final class Seeks {

    private static final System.Logger LOG = System.getLogger(Seeks.class.getName());
    private static final Duration ASK = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final BiConsumer<TopicPartition, Long> move;
    private final Queue<Runnable> wanted = new ConcurrentLinkedQueue<>();

    /**
     * @param move moves an assigned partition
     */
    Seeks(Consumer<byte[], byte[]> consumer, BiConsumer<TopicPartition, Long> move) {
        this.consumer = consumer;
        this.move = move;
    }

    /** For any thread. */
    void to(TopicPartition partition, long offset) {
        wanted.add(() -> move(Map.of(partition, offset)));
    }

    /** For any thread: to the first record at or after that time; if there is none, to the end. */
    void to(Set<TopicPartition> partitions, Instant time) {
        wanted.add(() -> move(offsets(partitions, time)));
    }

    void doWhatIsWanted() {
        for (Runnable each = wanted.poll(); each != null; each = wanted.poll()) {
            try {
                runDespiteWakeup(each);
            } catch (RuntimeException e) {
                LOG.log(WARNING, "An operator's seek was not done: {0}", e.toString());
            }
        }
    }

    /** The first try uses up a wake-up that was meant for the poll. */
    private static void runDespiteWakeup(Runnable seek) {
        try {
            seek.run();
        } catch (WakeupException e) {
            seek.run();
        }
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, Instant time) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(each -> times.put(each, time.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times, ASK);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        partitions.forEach(each -> offsets.put(
                each, found.get(each) == null ? Long.MAX_VALUE : found.get(each).offset()));
        return offsets;
    }

    /** Stays within the existing offsets. Otherwise the client would start as if nothing were committed. */
    private void move(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(offsets.keySet(), ASK);
        Map<TopicPartition, Long> end = consumer.endOffsets(offsets.keySet(), ASK);
        offsets.forEach((partition, offset) ->
                move.accept(partition, Math.min(Math.max(offset, first.get(partition)), end.get(partition))));
    }
}
