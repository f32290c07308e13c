package org.pizzaorders.kafka.monitoring;

import java.time.Instant;
import org.pizzaorders.kafka.api.ConsumerView;

/** The operators' view of an activation. Thread-safe; all methods except {@link #stop} return at once. */
public interface WatchedConsumer {

    String groupId();

    /**
     * @param id its id in the directory
     */
    ConsumerView view(String id);

    void pause();

    void resume();

    /**
     * Skips an unreadable batch. Its records are lost for this group.
     *
     * @throws IllegalStateException if the partition is not held there
     */
    void skipCorruptBatch(String topic, int partition, long offset, String reason);

    /**
     * Moves a partition to this offset.
     *
     * @throws IllegalStateException if it is not assigned here
     */
    void seek(String topic, int partition, long offset, String reason);

    /**
     * Moves all partitions of the topic that are assigned here to the first record at or after this time.
     *
     * @throws IllegalStateException if there are none
     */
    void seekToTime(String topic, Instant time, String reason);

    /** Drains and leaves the group; the bean stays deployed. Does nothing if it is stopped already. */
    void stop();

    /**
     * Joins the group again. Does nothing if it is running.
     *
     * @throws IllegalStateException if it cannot start
     */
    void start();
}
