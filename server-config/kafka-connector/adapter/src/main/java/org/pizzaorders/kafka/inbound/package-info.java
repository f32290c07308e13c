/**
 * From Kafka to message-driven beans. The resource adapter calls {@link Activation#start}; the rest of this package is
 * the consumers of an activation and their view for operators. The packages below it each use only those named before:
 * {@code failure}, {@code config}, {@code offset}, {@code endpoint}, {@code batch}, {@code session}.
 *
 * <p>All threads belong to the container. Each consumer has one long-running work, its poll thread. Only this thread
 * uses the {@code KafkaConsumer}, the current batches and the offsets; it never runs application code. Each delivery is
 * a short work, whose outcome comes back to the poll thread through a queue. So polling goes on during slow deliveries,
 * and the group never loses the member.
 */
package org.pizzaorders.kafka.inbound;
