package org.pizzaorders.kafka.monitoring;

import java.time.Instant;
import org.pizzaorders.kafka.api.ConsumerView;

/** An activation as operators see it. Safe for any thread; answers at once, but for {@link #stop}. */
public interface WatchedConsumer {

    String groupId();

    /** @param id under which the directory knows it */
    ConsumerView view(String id);

    void pause();

    void resume();

    /**
     * Goes on behind a batch that cannot be read; what it held is lost to this group.
     *
     * @throws IllegalStateException if the partition is not held there
     */
    void skipCorruptBatch(String topic, int partition, long offset, String reason);

    /**
     * Goes on with a partition at this offset.
     *
     * @throws IllegalStateException if it is not assigned here
     */
    void seek(String topic, int partition, long offset, String reason);

    /**
     * Goes on with all partitions of the topic that are assigned here at the first record that is no older.
     *
     * @throws IllegalStateException if there are none
     */
    void seekToTime(String topic, Instant time, String reason);

    /** Drains and leaves the group; the bean stays deployed. Without effect on one that is stopped. */
    void stop();

    /**
     * Joins the group again. Without effect on one that runs.
     *
     * @throws IllegalStateException if it cannot be
     */
    void start();
}
