/** Notifications with their deliveries, the templates, and the contacts of orders. */
package org.pizzaorders.notification.entity;
