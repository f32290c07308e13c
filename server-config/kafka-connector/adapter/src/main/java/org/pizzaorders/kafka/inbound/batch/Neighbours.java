package org.pizzaorders.kafka.inbound.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Which partitions of an activation get through: tells an outage from a record that brings its own, such as the name of a
 * host that does not exist. Thread-safe.
 */
final class Neighbours {

    private final Map<TopicPartition, Long> lastSuccess = new ConcurrentHashMap<>();

    void gotThrough(TopicPartition partition, long now) {
        lastSuccess.put(partition, now);
    }

    /** Whether any but this one did. */
    boolean gotThroughSince(TopicPartition partition, long then) {
        return lastSuccess.entrySet().stream()
                .anyMatch(each -> !each.getKey().equals(partition) && each.getValue() - then > 0);
    }
}
