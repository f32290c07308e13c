package org.pizzaorders.kafka.inbound.offset;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Has the broker know where each partition began. Otherwise a partition without a success has no offset, and whoever gets
 * it next begins at the end again, where the activation says {@code latest}: what is held, or came in between, would be
 * skipped. For the poll thread only.
 */
public final class StartingOffsets {

    private final Consumer<byte[], byte[]> consumer;
    private final OffsetLedger ledger;

    /** Of these it is not known yet. */
    private final Set<TopicPartition> unknown = new HashSet<>();

    public StartingOffsets(Consumer<byte[], byte[]> consumer, OffsetLedger ledger) {
        this.consumer = consumer;
        this.ledger = ledger;
    }

    public void assigned(Collection<TopicPartition> partitions) {
        unknown.addAll(partitions);
    }

    /** It has given records, of which this is the first. */
    public void began(TopicPartition partition, OffsetAndMetadata first) {
        if (unknown.remove(partition)) {
            ledger.began(partition, first);
        }
    }

    /**
     * Asks the client, which waits for nothing.
     *
     * @throws org.apache.kafka.common.KafkaException if a partition has nowhere to begin
     */
    public void look() {
        for (TopicPartition partition : List.copyOf(unknown)) {
            try {
                began(partition, new OffsetAndMetadata(consumer.position(partition, Duration.ZERO)));
            } catch (TimeoutException e) {
                // Not known yet.
            } catch (IllegalStateException e) {
                // Revoked since: by the new protocol a thread of the client's takes it out of the assignment.
                unknown.remove(partition);
            }
        }
    }

    /** Another member's from now on. */
    public void forget(Collection<TopicPartition> partitions) {
        unknown.removeAll(partitions);
    }
}
