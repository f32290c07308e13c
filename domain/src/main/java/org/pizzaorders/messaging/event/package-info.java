/**
 * The format of events: JSON, type names and CloudEvents headers.
 *
 * <p>Uses {@code shared}. Knows neither the database nor Kafka.
 */
package org.pizzaorders.messaging.event;
