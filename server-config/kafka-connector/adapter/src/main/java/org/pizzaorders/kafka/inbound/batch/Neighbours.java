package org.pizzaorders.kafka.inbound.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows which partitions of an activation get through. This distinguishes an outage from a record that causes such
 * failures itself, for example by the name of a host that does not exist. Only partitions of the same topic count,
 * because another topic's records may not need what is away. Thread-safe.
 */
final class Neighbours {

    private final Map<TopicPartition, Long> lastSuccess = new ConcurrentHashMap<>();

    void gotThrough(TopicPartition partition, long now) {
        lastSuccess.put(partition, now);
    }

    /** Whether any other partition of its topic got through since then. */
    boolean gotThroughSince(TopicPartition partition, long then) {
        return lastSuccess.entrySet().stream()
                .anyMatch(each -> isNeighbour(each.getKey(), partition) && each.getValue() - then > 0);
    }

    private static boolean isNeighbour(TopicPartition one, TopicPartition other) {
        return one.topic().equals(other.topic()) && one.partition() != other.partition();
    }
}
