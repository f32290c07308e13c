/**
 * The life of one {@code KafkaConsumer}, from subscription to close, on its poll thread. Input: settings and a new
 * consumer. Any thread may pause, skip and wake.
 */
package org.pizzaorders.kafka.inbound.session;
