package org.pizzaorders.kafka.monitoring;

import java.util.List;
import java.util.Map;

/** A consumer over JMX: the figures of {@link org.pizzaorders.kafka.api.ConsumerView}, in types that any tool shows. */
public interface ConsumerMXBean {

    String getId();

    String getGroupId();

    List<String> getTopics();

    String getState();

    boolean isPaused();

    /** By {@code topic-partition}: the next offset to deliver; -1: not known yet. */
    Map<String, Long> getPositions();

    /** By {@code topic-partition}: how far the end is ahead; -1: not known yet. */
    Map<String, Long> getLags();

    /** Of all partitions assigned here. */
    long getLag();

    long getDelivered();

    long getFailed();

    long getRetried();

    long getDeadLettered();

    /** Class names; null: none. */
    String getLastError();

    /** RFC 3339, UTC; null: none. */
    String getLastErrorAt();

    /** From when on the broker has taken no offsets of what was delivered; RFC 3339, UTC; null: it takes them. */
    String getUncommittedSince();

    /** Delivers nothing, and stays in the group with its partitions. */
    void pause();

    void resume();

    /** By {@code topic-partition}: at which offset a batch cannot be read. Nothing behind it is delivered. */
    Map<String, Long> getCorruptBatches();

    /** Goes on behind a batch that cannot be read, at the offset shown; what it held is lost to this group. */
    void skipCorruptBatch(String topic, int partition, long offset, String reason);

    /** Goes on with a partition at this offset, before or behind what is committed. What is passed over is lost to this group. */
    void seek(String topic, int partition, long offset, String reason);

    /** The same for all of a topic that is assigned here. @param time RFC 3339, such as {@code 2030-01-02T03:04:05Z} */
    void seekToTime(String topic, String time, String reason);

    /** Finishes what is under way and leaves the group: other instances get its partitions. Returns when it has. */
    void stop();

    /** After a stop, or after it has given up: joins the group again. */
    void start();
}
