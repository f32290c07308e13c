package org.pizzaorders.kafka.api;

import java.util.List;

/**
 * A message-driven bean implements this interface to receive records from Kafka.
 *
 * <p>The adapter calls it in the container's transaction. If it returns normally and the transaction commits, all
 * records are done. If it throws or marks the transaction for rollback, none is done, and all are delivered again
 * later. Records of one partition arrive in offset order and never at the same time; different partitions may be
 * delivered in parallel.
 */
public interface KafkaRecordListener {

    /**
     * Processes a batch of records of one partition, in offset order.
     *
     * @param records at least one record, at most {@code maxBatchSize}, all of one topic and partition
     */
    void onRecords(List<ConsumedRecord> records);
}
