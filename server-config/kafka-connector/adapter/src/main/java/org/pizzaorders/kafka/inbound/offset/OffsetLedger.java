package org.pizzaorders.kafka.inbound.offset;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Up to where the container has committed each partition, as long as the broker has not confirmed it. For the poll
 * thread only.
 */
public final class OffsetLedger {

    private final Map<TopicPartition, OffsetAndMetadata> unconfirmed = new HashMap<>();
    private final Map<TopicPartition, Long> reached = new HashMap<>();

    /** The partition begins here, as far as nothing of it was delivered. */
    void began(TopicPartition partition, OffsetAndMetadata first) {
        unconfirmed.putIfAbsent(partition, first);
    }

    /** The container has committed everything before this offset. */
    public void delivered(TopicPartition partition, OffsetAndMetadata next) {
        unconfirmed.merge(partition, next, BinaryOperator.maxBy(Comparator.comparing(OffsetAndMetadata::offset)));
        reached.merge(partition, next.offset(), Math::max);
    }

    /** An operator has it go on there, be it before what is committed. */
    public void moved(TopicPartition partition, OffsetAndMetadata next) {
        unconfirmed.put(partition, next);
        reached.put(partition, next.offset());
    }

    /** Up to where it was delivered since the partition was assigned; at least as far as given. */
    public long reached(TopicPartition partition, long atLeast) {
        return Math.max(reached.getOrDefault(partition, atLeast), atLeast);
    }

    Map<TopicPartition, OffsetAndMetadata> unconfirmed() {
        return unconfirmed(unconfirmed.keySet());
    }

    Map<TopicPartition, OffsetAndMetadata> unconfirmed(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata next = unconfirmed.get(partition);
            if (next != null) {
                offsets.put(partition, next);
            }
        }
        return offsets;
    }

    /** The broker has these. What was delivered since stays. */
    void confirmed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach(unconfirmed::remove);
    }

    /** Another member's from now on. */
    public void forget(Collection<TopicPartition> partitions) {
        unconfirmed.keySet().removeAll(partitions);
        reached.keySet().removeAll(partitions);
    }
}
