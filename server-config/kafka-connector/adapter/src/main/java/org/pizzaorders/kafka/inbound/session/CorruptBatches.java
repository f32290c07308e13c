package org.pizzaorders.kafka.inbound.session;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.SerializationException;
import org.pizzaorders.kafka.inbound.failure.Causes;
import org.pizzaorders.kafka.inbound.offset.OffsetLedger;
import org.pizzaorders.kafka.monitoring.ActivationCounters;

/**
 * Partitions that stopped at an unreadable batch, for example with a wrong checksum. Such a partition is held there
 * until an operator skips the batch; the others go on. The length of the batch is unknown, so the consumer moves on
 * offset by offset as long as the client reports the same batch by its first offset. If the client does not name the
 * batch, the partition is held again at each offset, because it may be another batch. Only for the poll thread, except
 * {@link #offset} and {@link #skip}.
 */
final class CorruptBatches {

    private static final System.Logger LOG = System.getLogger(CorruptBatches.class.getName());

    /** The client names the partition only in its message. */
    private static final Pattern PARTITION = Pattern.compile("(?:partition|topic-partition|from) (\\S+)-(\\d+)(?!\\d)");

    private static final Pattern BATCH = Pattern.compile("Record batch for partition \\S+ at offset (\\d+) is invalid");

    private final Consumer<byte[], byte[]> consumer;
    private final OffsetLedger ledger;
    private final ActivationCounters counters;

    /** The offset of each held partition. */
    private final Map<TopicPartition, Long> held = new ConcurrentHashMap<>();

    private final Queue<Skip> wanted = new ConcurrentLinkedQueue<>();

    /** The last offset at which an operator has seen the batch. */
    private final Map<TopicPartition, Long> skipping = new HashMap<>();

    private record Skip(TopicPartition partition, long offset) {}

    CorruptBatches(Consumer<byte[], byte[]> consumer, OffsetLedger ledger, ActivationCounters counters) {
        this.consumer = consumer;
        this.ledger = ledger;
        this.counters = counters;
    }

    /** For any thread: where the partition is held; empty if it is not. */
    Optional<Long> offset(TopicPartition partition) {
        return Optional.ofNullable(held.get(partition));
    }

    boolean holds(TopicPartition partition) {
        return held.containsKey(partition);
    }

    /** For any thread; done at the next round, if the partition is still held there. */
    void skip(TopicPartition partition, long offset) {
        wanted.add(new Skip(partition, offset));
    }

    /** Does what operators have asked for since the last round. */
    void skipWhatIsWanted() {
        for (Skip skip = wanted.poll(); skip != null; skip = wanted.poll()) {
            if (held.remove(skip.partition(), skip.offset())) {
                skipping.put(skip.partition(), skip.offset());
                goOnBehind(skip.partition(), skip.offset());
                counters.recovered(skip.partition());
                consumer.resume(Set.of(skip.partition()));
            }
        }
    }

    private void goOnBehind(TopicPartition partition, long offset) {
        consumer.seek(partition, offset + 1);
        ledger.delivered(partition, new OffsetAndMetadata(offset + 1));
    }

    /**
     * Holds the partition at which the poll failed, or moves on if its batch is being skipped.
     *
     * @throws KafkaException the given failure, if it has another cause
     */
    void met(KafkaException failure) {
        TopicPartition partition = partition(failure).orElseThrow(() -> failure);
        long offset = consumer.position(partition);
        Long skipped = skipping.get(partition);
        if (skipped != null
                && firstOffset(failure).filter(first -> first <= skipped).isPresent()) {
            goOnBehind(partition, offset);
        } else {
            hold(partition, offset, failure);
        }
    }

    private void hold(TopicPartition partition, long offset, KafkaException failure) {
        skipping.remove(partition);
        held.put(partition, offset);
        consumer.pause(Set.of(partition));
        counters.degraded(partition, Causes.brief(failure));
        LOG.log(
                ERROR,
                "The batch at offset {0} of {1} is corrupt. Nothing behind it is delivered until it is skipped: {2}",
                Long.toString(offset),
                partition,
                failure.getMessage());
    }

    /** The partition has returned records. */
    void readable(TopicPartition partition, long offset) {
        Long from = skipping.remove(partition);
        if (from != null) {
            LOG.log(
                    WARNING,
                    "Skipped {0} from offset {1}; goes on at {2}",
                    partition,
                    Long.toString(from),
                    Long.toString(offset));
        }
    }

    /** The partitions belong to another member from now on, which will detect the batch itself. */
    void forget(Collection<TopicPartition> partitions) {
        if (held.keySet().removeAll(partitions)) {
            LOG.log(INFO, "{0} are no longer held here", partitions);
        }
        partitions.forEach(counters::recovered);
        skipping.keySet().removeAll(partitions);
    }

    private Optional<TopicPartition> partition(KafkaException failure) {
        boolean mayBe = failure.getClass() == KafkaException.class
                || failure instanceof CorruptRecordException
                || failure instanceof SerializationException;
        return mayBe ? Causes.chain(failure).stream().flatMap(this::named).findFirst() : Optional.empty();
    }

    private Stream<TopicPartition> named(Throwable failure) {
        Matcher matcher = PARTITION.matcher(String.valueOf(failure.getMessage()));
        return matcher.results()
                .map(found -> new TopicPartition(found.group(1), Integer.parseInt(found.group(2))))
                .filter(consumer.assignment()::contains);
    }

    private static Optional<Long> firstOffset(KafkaException failure) {
        return Causes.chain(failure).stream()
                .map(each -> BATCH.matcher(String.valueOf(each.getMessage())))
                .filter(Matcher::find)
                .map(found -> Long.valueOf(found.group(1)))
                .findFirst();
    }
}
