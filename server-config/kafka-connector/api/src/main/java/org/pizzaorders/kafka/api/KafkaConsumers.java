package org.pizzaorders.kafka.api;

import java.time.Instant;
import java.util.List;

/**
 * What consumes in this server instance: one view for each activated message-driven bean. Other instances have theirs.
 * Safe for any thread; neither asks a broker nor waits for one.
 */
public interface KafkaConsumers {

    /** As of about a second ago, sorted by id. */
    List<ConsumerView> list();

    /**
     * Takes nothing more from the topics until it is resumed: deliveries under way end and are committed, the member
     * stays in the group and keeps its partitions. Holds through rebalances, not through a restart. Without effect on
     * one that is paused already.
     *
     * @throws java.util.NoSuchElementException if there is no consumer of that id here
     */
    ConsumerView pause(String id);

    /**
     * Goes on where it was paused. Without effect on one that is not paused.
     *
     * @throws java.util.NoSuchElementException if there is no consumer of that id here
     */
    ConsumerView resume(String id);

    /**
     * Goes on behind a batch that cannot be read, at the offset that the view shows; what it held is lost to this group.
     * Done soon after the return.
     *
     * @param reason in the operator's words, for the log
     * @throws java.util.NoSuchElementException if there is no consumer of that id here
     * @throws IllegalStateException if the partition is not held there
     */
    ConsumerView skipCorruptBatch(String id, String topic, int partition, long offset, String reason);

    /**
     * Goes on with a partition at this offset, or as near to it as there are records; commits it. What is delivered again
     * by that is the application's inbox's to know, and what is passed over is lost to this group. Done soon after the
     * return.
     *
     * @param reason in the operator's words, for the log
     * @throws java.util.NoSuchElementException if there is no consumer of that id here
     * @throws IllegalStateException if the partition is not assigned to it
     */
    ConsumerView seek(String id, String topic, int partition, long offset, String reason);

    /**
     * The same for all partitions of a topic that are assigned here: at the first record that is no older than this, or at
     * the end where there is none.
     *
     * @throws java.util.NoSuchElementException if there is no consumer of that id here
     * @throws IllegalStateException if no partition of the topic is assigned to it
     */
    ConsumerView seekToTime(String id, String topic, Instant time, String reason);
}
