/** What both directions share of the Kafka client: its configuration and its class loading. */
package org.pizzaorders.kafka.client;
