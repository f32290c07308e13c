/** Real brokers of the newest and of an older Kafka, each in a JVM of its own. Knows no other package of the tests. */
package org.pizzaorders.kafka.broker;
