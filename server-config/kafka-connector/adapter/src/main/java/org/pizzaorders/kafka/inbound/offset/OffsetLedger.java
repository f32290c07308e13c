package org.pizzaorders.kafka.inbound.offset;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The offsets that the container has committed and the broker has not confirmed yet. Only for the poll thread. */
public final class OffsetLedger {

    private final Map<TopicPartition, OffsetAndMetadata> unconfirmed = new HashMap<>();
    private final Map<TopicPartition, Long> reached = new HashMap<>();

    /** The partition begins at this offset, unless records of it were delivered before. */
    void began(TopicPartition partition, OffsetAndMetadata first) {
        unconfirmed.putIfAbsent(partition, first);
    }

    /** The container has committed everything before this offset. */
    public void delivered(TopicPartition partition, OffsetAndMetadata next) {
        unconfirmed.merge(partition, next, BinaryOperator.maxBy(Comparator.comparing(OffsetAndMetadata::offset)));
        reached.merge(partition, next.offset(), Math::max);
    }

    /** An operator moved the position, perhaps to before the committed offset. */
    public void moved(TopicPartition partition, OffsetAndMetadata next) {
        unconfirmed.put(partition, next);
        reached.put(partition, next.offset());
    }

    /** The offset up to which the partition was delivered since its assignment; at least the given one. */
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

    /** The broker has confirmed these. Newer offsets stay. */
    void confirmed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach(unconfirmed::remove);
    }

    /** The partitions belong to another member from now on. */
    public void forget(Collection<TopicPartition> partitions) {
        unconfirmed.keySet().removeAll(partitions);
        reached.keySet().removeAll(partitions);
    }
}
