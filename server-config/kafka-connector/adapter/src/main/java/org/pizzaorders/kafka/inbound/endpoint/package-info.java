/**
 * One call of the application within a transaction of the container, or one dead letter to its topic. Records come in,
 * from any thread of the container; out goes nothing or a failure. Knows neither partitions nor retries.
 */
package org.pizzaorders.kafka.inbound.endpoint;
