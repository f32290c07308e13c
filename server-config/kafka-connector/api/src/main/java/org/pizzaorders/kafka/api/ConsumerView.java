package org.pizzaorders.kafka.api;

import java.time.Instant;
import java.util.List;

/**
 * An activated message-driven bean as a consumer of its group. Counts begin at its activation.
 *
 * @param id unique in the server instance, stable as long as the same beans are deployed: the group's name, with a
 *     number behind it where several beans share the group
 * @param topics their names, or the pattern that names fit
 * @param assignment sorted by topic and partition
 * @param delivered records that the container has committed
 * @param failed deliveries that have failed, for whatever reason
 * @param retried records that were delivered again
 * @param deadLettered records that were given up
 * @param lastError class names down to the root cause, never a message; null: none
 * @param lastErrorAt null: none
 * @param uncommittedSince from when on the broker has taken no offsets of what was delivered, so that it would come again;
 *     null: it takes them
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

    /** Of all partitions assigned here whose lag is known. */
    public long lag() {
        return assignment.stream()
                .mapToLong(PartitionProgress::lag)
                .filter(lag -> lag > 0)
                .sum();
    }
}
