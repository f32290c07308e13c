/** Where notifications are asked for: calls, events that come in, and deliveries that fall due. */
package org.pizzaorders.notification.boundary;
