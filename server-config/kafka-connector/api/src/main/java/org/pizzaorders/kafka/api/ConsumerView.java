package org.pizzaorders.kafka.api;

import java.time.Instant;
import java.util.List;

/**
 * An activated message-driven bean, seen as a consumer of its group. Counters start at its activation.
 *
 * @param id unique in the server instance, stable as long as the same beans are deployed: the group's name, with a
 *     number appended if several beans share the group
 * @param topics their names, or the pattern
 * @param assignment sorted by topic and partition
 * @param delivered records that the container has committed
 * @param failed deliveries that failed for any reason
 * @param retried records that were delivered again
 * @param deadLettered records that were given up
 * @param lastError of a delivery: class names down to the root cause, never a message; of the Kafka client: what it
 *     says; null: none
 * @param lastErrorAt null: none
 * @param uncommittedSince since when the broker has accepted no offset commits, so that records would come again; null:
 *     it accepts them
 */
public record ConsumerView(
        String id,
        String groupId,
        List<String> topics,
        ConsumerState state,
        boolean paused,
        List<PartitionProgress> assignment,
        long delivered,
        long failed,
        long retried,
        long deadLettered,
        String lastError,
        Instant lastErrorAt,
        Instant uncommittedSince) {

    public ConsumerView {
        topics = List.copyOf(topics);
        assignment = List.copyOf(assignment);
    }

    /** The total lag of all partitions assigned here whose lag is known. */
    public long lag() {
        return assignment.stream()
                .mapToLong(PartitionProgress::lag)
                .filter(lag -> lag > 0)
                .sum();
    }
}
