/**
 * From Kafka to message-driven beans.
 *
 * <p>Threads, all of them the container's: each consumer has one long-running work, its poll thread, which alone
 * touches the {@code KafkaConsumer}, the lanes and the offsets, and never runs application code. Each batch is
 * delivered by a short work of its own, whose outcome comes back to the poll thread by a queue. So polling goes on
 * however slow a delivery is, and the group never loses the member.
 */
package org.pizzaorders.kafka.inbound;
