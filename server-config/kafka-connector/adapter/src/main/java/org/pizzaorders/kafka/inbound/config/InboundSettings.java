package org.pizzaorders.kafka.inbound.config;

import java.time.Duration;
import java.util.Map;

/**
 * An activation's configuration, read and checked.
 *
 * @param consumers how many members of the group this activation has
 * @param maxConcurrency how many deliveries may run at the same time; negative: as many as there are partitions
 * @param setupAttempts negative: for ever
 * @param transactionTimeout null: the container's own
 * @param groupProtocol {@code auto}, {@code classic} or {@code consumer}
 * @param drain how long a stop or a revocation waits for running deliveries
 */
public record InboundSettings(
        TopicSelection topics,
        String groupId,
        int consumers,
        int maxBatchSize,
        int maxConcurrency,
        RetryPolicy retries,
        DeadLetterTopics deadLetterTopics,
        int setupAttempts,
        Duration setupInterval,
        Duration transactionTimeout,
        Duration drain,
        String autoOffsetReset,
        String groupProtocol,
        Map<String, String> consumerProperties) {

    public boolean mayTryAgain(int failedSetups) {
        return setupAttempts < 0 || failedSetups < setupAttempts;
    }
}
