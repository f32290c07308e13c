/** Notifications with their deliveries, the texts, and what is known of orders. */
package org.pizzaorders.notification.entity;
