package org.pizzaorders.kafka.monitoring;

import java.util.List;
import java.util.Map;

/**
 * A consumer over JMX: the figures of {@link org.pizzaorders.kafka.api.ConsumerView}, in types that any tool can show.
 */
public interface ConsumerMXBean {

    String getId();

    String getGroupId();

    List<String> getTopics();

    String getState();

    boolean isPaused();

    /** By {@code topic-partition}: the next offset to deliver; -1: not known yet. */
    Map<String, Long> getPositions();

    /** By {@code topic-partition}: the lag; -1: not known yet. */
    Map<String, Long> getLags();

    /** The total lag of all partitions assigned here. */
    long getLag();

    long getDelivered();

    long getFailed();

    long getRetried();

    long getDeadLettered();

    /** Of a delivery: class names; of the Kafka client: what it says; null: none. */
    String getLastError();

    /** RFC 3339, UTC; null: none. */
    String getLastErrorAt();

    /** Since when the broker has accepted no offset commits; RFC 3339, UTC; null: it accepts them. */
    String getUncommittedSince();

    /** Stops deliveries, but stays in the group with its partitions. */
    void pause();

    void resume();

    /** By {@code topic-partition}: the offset of an unreadable batch. Nothing after it is delivered. */
    Map<String, Long> getCorruptBatches();

    /** Skips the unreadable batch at the shown offset. Its records are lost for this group. */
    void skipCorruptBatch(String topic, int partition, long offset, String reason);

    /** Moves a partition to this offset, forward or back. Skipped records are lost for this group. */
    void seek(String topic, int partition, long offset, String reason);

    /**
     * The same for all partitions of a topic that are assigned here. @param time RFC 3339, such as {@code
     * 2030-01-02T03:04:05Z}
     */
    void seekToTime(String topic, String time, String reason);

    /** Finishes running deliveries and leaves the group, so other instances get its partitions. Returns after that. */
    void stop();

    /** Joins the group again after a stop, or after the consumer gave up. */
    void start();
}
