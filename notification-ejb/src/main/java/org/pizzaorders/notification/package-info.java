/**
 * Notifications: consumes the events of orders and payments, renders a message from a template, and delivers it on
 * every channel for which the policy, the template and the recipient's addresses allow it.
 *
 * <p>No remote call happens in a database transaction. The consumer stores deliveries; a worker claims due deliveries,
 * sends them, and records each attempt.
 */
package org.pizzaorders.notification;
