package org.pizzaorders.kafka.inbound;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.pizzaorders.kafka.api.ConsumedRecord;

/**
 * One assigned partition with the batch that is at hand, from its arrival until the container has committed it. The
 * consumer has the partition paused as long. For the poll thread only.
 */
final class Lane {

    private final TopicPartition partition;
    private final List<ConsumedRecord> batch;
    private int failures;
    private long dueAt;
    private Delivery delivery;

    /** @param now nanoseconds of {@link System#nanoTime()}, as everywhere here */
    Lane(TopicPartition partition, List<ConsumedRecord> batch, long now) {
        this.partition = partition;
        this.batch = batch;
        this.dueAt = now;
    }

    TopicPartition partition() {
        return partition;
    }

    List<ConsumedRecord> batch() {
        return batch;
    }

    /** Waiting to be delivered, for the first time or again. */
    boolean waits() {
        return delivery == null;
    }

    boolean delivers(Delivery candidate) {
        return delivery == candidate;
    }

    void started(Delivery started) {
        delivery = started;
    }

    /** @return how often the batch has failed by now */
    int failed() {
        return ++failures;
    }

    void retryAt(long due) {
        delivery = null;
        dueAt = due;
    }

    long nanosUntilDue(long now) {
        return dueAt - now;
    }

    long nextOffset() {
        return batch.get(batch.size() - 1).offset() + 1;
    }

    boolean hasFailedBefore() {
        return failures > 0;
    }

    /** The batch's place, for logs: {@code order-events-3@17..20}. */
    String position() {
        return batch.get(0).position() + ".." + (nextOffset() - 1);
    }
}
