/**
 * Sends the due deliveries of one channel: claims them, has lanes send them, and hands over what became of them to be
 * recorded. Threads, but no EJB and no transaction in here.
 *
 * <p>Uses {@code notification.channel} for the way out and {@code notification.entity} to read what is claimed.
 */
package org.pizzaorders.notification.sending;
