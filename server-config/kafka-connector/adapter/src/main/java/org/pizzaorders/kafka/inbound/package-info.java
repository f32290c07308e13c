/**
 * From Kafka to message-driven beans. What comes in is {@link Activation#start}, by the resource adapter; the rest of this
 * package is the consumers of an activation and their view for operators. The rooms below, each of which knows only
 * those named before it: {@code failure}, {@code config}, {@code offset}, {@code endpoint}, {@code batch},
 * {@code session}.
 *
 * <p>Threads, all of them the container's: each consumer has one long-running work, its poll thread, which alone
 * touches the {@code KafkaConsumer}, the batches at hand and the offsets, and never runs application code. Each batch is
 * delivered by a short work of its own, whose outcome comes back to the poll thread by a queue. So polling goes on
 * however slow a delivery is, and the group never loses the member.
 */
package org.pizzaorders.kafka.inbound;
