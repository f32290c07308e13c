package org.pizzaorders.kafka.inbound.batch;

import java.time.Duration;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * An assigned partition with its current batch, from its arrival until the container has committed all of it. Meanwhile
 * the consumer pauses the partition. Only for the poll thread.
 */
final class PartitionBatch {

    private final ReceivedBatch received;
    private final BatchProgress progress;
    private long dueAt;
    private boolean failedBefore;
    private long firstFailedAt;
    private long lastFailedAt;
    private DeliveryWork delivery;

    /** @param now nanoseconds of {@link System#nanoTime()}, as everywhere here */
    PartitionBatch(ReceivedBatch received, BatchProgress progress, long now) {
        this.received = received;
        this.progress = progress;
        this.dueAt = now;
    }

    TopicPartition partition() {
        return received.partition();
    }

    BatchProgress progress() {
        return progress;
    }

    /** The offset that may be committed after a part is done. */
    OffsetAndMetadata reached() {
        return received.behind().get(progress.done() - 1);
    }

    /** Whether it waits for a delivery, for the first time or again. */
    boolean waits() {
        return delivery == null;
    }

    boolean delivers(DeliveryWork candidate) {
        return delivery == candidate;
    }

    void started(DeliveryWork started) {
        delivery = started;
    }

    void succeeded(long now) {
        progress.succeeded();
        failedBefore = false;
        delivery = null;
        dueAt = now;
    }

    void failed(long now, Duration wait) {
        firstFailedAt = failedBefore ? firstFailedAt : now;
        lastFailedAt = now;
        failedBefore = true;
        delivery = null;
        dueAt = now + wait.toNanos();
    }

    /** Whether the current records were tried before. */
    boolean hasFailedBefore() {
        return failedBefore;
    }

    /** How long ago the current records were tried for the first time. */
    Duration failsFor(long now) {
        return failedBefore ? Duration.ofNanos(now - firstFailedAt) : Duration.ZERO;
    }

    long lastFailedAt() {
        return lastFailedAt;
    }

    long nanosUntilDue(long now) {
        return dueAt - now;
    }
}
