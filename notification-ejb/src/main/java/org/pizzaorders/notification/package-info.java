/**
 * Notifications: hears what happens to orders and their payments, writes a message from a template, and delivers it on
 * every channel that the template has a text for and the recipient an address on.
 *
 * <p>Nothing remote happens in a database transaction. The consumer stores what is to be delivered; a worker claims
 * deliveries that are due, makes them, and records each attempt.
 */
package org.pizzaorders.notification;
