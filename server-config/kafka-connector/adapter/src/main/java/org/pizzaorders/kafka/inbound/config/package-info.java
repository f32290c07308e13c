/**
 * How an activation is set up. The container fills a {@link KafkaActivationSpec}; what goes out is checked
 * {@link InboundSettings}, and what a {@code KafkaConsumer} is made with. No consumer is made here.
 */
package org.pizzaorders.kafka.inbound.config;
