package org.pizzaorders.kafka.inbound.offset;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.pizzaorders.kafka.monitoring.ActivationCounters;

/**
 * Commits the offsets of the {@link OffsetLedger}. Normally one request at a time, so that commits are batched under
 * load. A failed commit does no harm: the records come again, and the application's inbox recognises them. Only for the
 * poll thread.
 */
public final class OffsetCommitter {

    private static final System.Logger LOG = System.getLogger(OffsetCommitter.class.getName());
    private static final long PAUSE_AFTER_FAILURE = Duration.ofSeconds(1).toNanos();

    private final Consumer<byte[], byte[]> consumer;
    private final OffsetLedger ledger;
    private final CommitWatch watch;
    private boolean inFlight;
    private long notBefore = System.nanoTime();

    public OffsetCommitter(Consumer<byte[], byte[]> consumer, OffsetLedger ledger, ActivationCounters counters) {
        this.watch = new CommitWatch(counters);
        this.consumer = consumer;
        this.ledger = ledger;
    }

    /** Commits new offsets, unless a commit is in flight. */
    public void commitSoon() {
        watch.look();
        if (inFlight || System.nanoTime() - notBefore < 0) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = ledger.unconfirmed();
        if (offsets.isEmpty()) {
            watch.over();
        } else {
            inFlight = true;
            watch.sent();
            consumer.commitAsync(offsets, this::answered);
        }
    }

    private void answered(Map<TopicPartition, OffsetAndMetadata> offsets, Exception failure) {
        inFlight = false;
        if (failure == null) {
            ledger.confirmed(offsets);
            watch.over();
        } else {
            watch.failed(failure);
            notBefore = System.nanoTime() + PAUSE_AFTER_FAILURE;
            LOG.log(DEBUG, "Offsets were not committed, next try in a second: {0}", failure.toString());
        }
    }

    /** Commits new offsets of these partitions and waits for the answer up to the time-out. */
    public void commitNow(Collection<TopicPartition> partitions, Duration timeout) {
        Map<TopicPartition, OffsetAndMetadata> offsets = ledger.unconfirmed(partitions);
        if (offsets.isEmpty()) {
            return;
        }
        try {
            commitDespiteWakeup(offsets, timeout);
            ledger.confirmed(offsets);
        } catch (KafkaException e) {
            LOG.log(WARNING, "Offsets {0} were not committed, their records will come again: {1}", offsets, e);
        }
    }

    /** The consumer ends. */
    public void close() {
        watch.over();
    }

    /** A wake-up that was meant for the poll interrupts the next client call. The first try uses it up. */
    private void commitDespiteWakeup(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
        while (true) {
            try {
                consumer.commitSync(offsets, timeout);
                return;
            } catch (WakeupException e) {
                LOG.log(DEBUG, "Woken up during a commit, trying again");
            }
        }
    }
}
