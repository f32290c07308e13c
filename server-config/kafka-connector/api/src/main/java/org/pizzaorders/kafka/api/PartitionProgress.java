package org.pizzaorders.kafka.api;

/**
 * A partition assigned to this server instance.
 *
 * @param position offset of the next record that is not delivered and committed yet; -1: not known yet
 * @param lag how many offsets the end of the partition is ahead of the position; -1: not known yet
 * @param corrupt the batch at the position cannot be read, and nothing is delivered until an operator skips it
 */
public record PartitionProgress(String topic, int partition, long position, long lag, boolean corrupt) {}
