package org.pizzaorders.web.ops.consumer;

import java.time.Instant;
import java.util.List;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.PartitionProgress;

/** A consumer as operators read it. */
record ConsumerAnswer(
        String id,
        String groupId,
        List<String> topics,
        ConsumerState state,
        boolean paused,
        long lag,
        List<PartitionProgress> assignment,
        long delivered,
        long failed,
        long retried,
        long deadLettered,
        String lastError,
        Instant lastErrorAt,
        Instant uncommittedSince) {

    static ConsumerAnswer of(ConsumerView consumer) {
        return new ConsumerAnswer(
                consumer.id(),
                consumer.groupId(),
                consumer.topics(),
                consumer.state(),
                consumer.paused(),
                consumer.lag(),
                consumer.assignment(),
                consumer.delivered(),
                consumer.failed(),
                consumer.retried(),
                consumer.deadLettered(),
                consumer.lastError(),
                consumer.lastErrorAt(),
                consumer.uncommittedSince());
    }
}
