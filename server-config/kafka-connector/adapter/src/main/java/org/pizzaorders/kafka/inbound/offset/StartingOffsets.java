package org.pizzaorders.kafka.inbound.offset;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Commits the starting position of each partition that has no committed offset. Without it a partition that never
 * succeeded has no offset, and with {@code latest} its next owner begins at the new end: held records and those that
 * came meanwhile would be skipped. Only for the poll thread.
 */
public final class StartingOffsets {

    private static final Duration ASK = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final OffsetLedger ledger;

    /** Partitions that may have a committed offset. That one stays: it has the epoch of its leader. */
    private final Set<TopicPartition> unasked = new HashSet<>();

    /** Partitions without a committed offset whose starting position is not known yet. */
    private final Set<TopicPartition> unknown = new HashSet<>();

    public StartingOffsets(Consumer<byte[], byte[]> consumer, OffsetLedger ledger) {
        this.consumer = consumer;
        this.ledger = ledger;
    }

    public void assigned(Collection<TopicPartition> partitions) {
        unasked.addAll(partitions);
    }

    /** The first record of the partition has arrived. */
    public void began(TopicPartition partition, OffsetAndMetadata first) {
        if (unknown.remove(partition) | unasked.remove(partition)) {
            ledger.began(partition, first);
        }
    }

    /**
     * Asks the brokers once for what is committed, and the client for the positions.
     *
     * @throws org.apache.kafka.common.KafkaException if a partition has no starting position
     */
    public void look() {
        askForCommitted();
        for (TopicPartition partition : List.copyOf(unknown)) {
            try {
                began(partition, new OffsetAndMetadata(consumer.position(partition, Duration.ZERO)));
            } catch (TimeoutException e) {
                // Not known yet.
            } catch (IllegalStateException e) {
                // Revoked meanwhile: with the new protocol a thread of the client removes it from the assignment.
                unknown.remove(partition);
            }
        }
    }

    private void askForCommitted() {
        if (unasked.isEmpty()) {
            return;
        }
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(unasked), ASK);
            unasked.stream().filter(each -> committed.get(each) == null).forEach(unknown::add);
            unasked.clear();
        } catch (TimeoutException e) {
            // Asked again in the next round.
        }
    }

    /** The partitions belong to another member from now on. */
    public void forget(Collection<TopicPartition> partitions) {
        unasked.removeAll(partitions);
        unknown.removeAll(partitions);
    }
}
