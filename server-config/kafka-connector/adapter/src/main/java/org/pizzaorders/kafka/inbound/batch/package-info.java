/**
 * The current batches: what is delivered next, when, and what follows from the outcome. Input: batches of records, one
 * per partition. Output: offsets that the container has committed. Everything runs on the poll thread except the works
 * that the container runs. Does not use {@code KafkaConsumer}.
 */
package org.pizzaorders.kafka.inbound.batch;
