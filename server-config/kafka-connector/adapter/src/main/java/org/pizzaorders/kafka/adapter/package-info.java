/** The resource adapter itself: its configuration, its start and its stop. */
package org.pizzaorders.kafka.adapter;
