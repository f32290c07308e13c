/**
 * The records at hand: what is delivered next, when, and what follows from how it went. Records come in, a batch for a
 * partition; offsets go out as far as the container has committed. Everything is for the poll thread, but the work that
 * it has the container run. Knows no {@code KafkaConsumer}.
 */
package org.pizzaorders.kafka.inbound.batch;
