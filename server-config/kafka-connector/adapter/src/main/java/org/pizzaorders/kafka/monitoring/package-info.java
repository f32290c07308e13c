/** Figures of what consumes, for operators: over JMX, and to the application. */
package org.pizzaorders.kafka.monitoring;
