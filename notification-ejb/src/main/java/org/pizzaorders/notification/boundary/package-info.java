/** Entry points of notifications: calls, events, and due deliveries. */
package org.pizzaorders.notification.boundary;
