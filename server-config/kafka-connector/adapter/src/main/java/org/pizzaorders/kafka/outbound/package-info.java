/** From the application to Kafka: a connection factory over one shared idempotent producer. */
package org.pizzaorders.kafka.outbound;
