package org.pizzaorders.kafka.api;

import java.util.List;

/**
 * What a message-driven bean implements to receive records from Kafka.
 *
 * <p>The adapter calls it within the container's transaction. Returning normally and committing means: done with all of
 * them. Throwing, or marking the transaction for rollback, means: none of them happened, deliver again later. Records
 * of one partition arrive in offset order and never at the same time; different partitions may be delivered in
 * parallel.
 */
public interface KafkaRecordListener {

    /**
     * Takes a batch of records of one partition, in offset order.
     *
     * @param records at least one record, at most {@code maxBatchSize}, all of one topic and partition
     */
    void onRecords(List<ConsumedRecord> records);
}
