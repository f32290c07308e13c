package org.pizzaorders.kafka.api;

import java.time.Instant;
import java.util.List;

/**
 * The consumers in this server instance: one view for each activated message-driven bean. Other instances have their
 * own. Thread-safe; never waits for a broker.
 */
public interface KafkaConsumers {

    /** All consumers, sorted by id. The data is about a second old. */
    List<ConsumerView> list();

    /**
     * Stops reading until it is resumed. Running deliveries end and are committed; the member stays in the group and
     * keeps its partitions. A pause survives rebalances, but not a restart. Does nothing if it is paused already.
     *
     * @throws java.util.NoSuchElementException if there is no consumer with that id here
     */
    ConsumerView pause(String id);

    /**
     * Goes on where it was paused. Does nothing if it is not paused.
     *
     * @throws java.util.NoSuchElementException if there is no consumer with that id here
     */
    ConsumerView resume(String id);

    /**
     * Skips an unreadable batch at the offset that the view shows. Its records are lost for this group. Happens soon
     * after the return.
     *
     * @param reason the operator's reason, for the log
     * @throws IllegalArgumentException without a reason
     * @throws java.util.NoSuchElementException if there is no consumer with that id here
     * @throws IllegalStateException if the partition is not held there
     */
    ConsumerView skipCorruptBatch(String id, String topic, int partition, long offset, String reason);

    /**
     * Moves a partition to this offset, or to the nearest one that exists, and commits it. The application's inbox must
     * recognise records that come again; skipped records are lost for this group. Happens soon after the return.
     *
     * @param reason the operator's reason, for the log
     * @throws IllegalArgumentException without a reason
     * @throws java.util.NoSuchElementException if there is no consumer with that id here
     * @throws IllegalStateException if the partition is not assigned to it
     */
    ConsumerView seek(String id, String topic, int partition, long offset, String reason);

    /**
     * The same for all partitions of a topic that are assigned here: moves to the first record at or after this time,
     * or to the end if there is none.
     *
     * @param time from 1970 to the year 9999
     * @throws IllegalArgumentException without a reason, or with another time
     * @throws java.util.NoSuchElementException if there is no consumer with that id here
     * @throws IllegalStateException if no partition of the topic is assigned to it
     */
    ConsumerView seekToTime(String id, String topic, Instant time, String reason);
}
