/**
 * The life of one {@code KafkaConsumer}, from subscription to close, on its poll thread. Settings and a fresh consumer come
 * in; pausing, skipping and waking come in from any thread.
 */
package org.pizzaorders.kafka.inbound.session;
