/**
 * The configuration of an activation. Input: a {@link KafkaActivationSpec} that the container fills. Output: validated
 * {@link InboundSettings} and the properties of a {@code KafkaConsumer}. This package makes no consumer.
 */
package org.pizzaorders.kafka.inbound.config;
