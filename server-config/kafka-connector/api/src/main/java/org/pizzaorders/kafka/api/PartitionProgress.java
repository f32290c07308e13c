package org.pizzaorders.kafka.api;

/**
 * A partition assigned to this server instance.
 *
 * @param position offset of the next record to be delivered and committed; -1: not known yet
 * @param lag distance from the position to the end of the partition; -1: not known yet
 * @param corrupt true if the batch at the position is unreadable; nothing is delivered until an operator skips it
 */
public record PartitionProgress(String topic, int partition, long position, long lag, boolean corrupt) {}
