/** Shows consumers to operators: over JMX, and to the application. */
package org.pizzaorders.kafka.monitoring;
