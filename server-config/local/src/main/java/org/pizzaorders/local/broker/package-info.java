/** The Kafka broker in a JVM of its own, and the topics that it begins with. Knows no other part. */
package org.pizzaorders.local.broker;
