/** Shared by both directions: the configuration and class loading of the Kafka client. */
package org.pizzaorders.kafka.client;
