/** All that an application sees of the connector: its listener, its connection factory, and plain records. */
package org.pizzaorders.kafka.api;
