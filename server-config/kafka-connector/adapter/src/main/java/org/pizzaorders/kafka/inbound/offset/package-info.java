/**
 * What the broker is told about how far a consumer has come. In comes what the container has committed; out go commits of
 * offsets. For the poll thread only. Knows neither records nor deliveries.
 */
package org.pizzaorders.kafka.inbound.offset;
