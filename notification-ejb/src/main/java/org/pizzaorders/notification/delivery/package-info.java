/**
 * Deliveries that fall due: a worker for each channel with the server's resources, and the breaker around its way out.
 *
 * <p>Uses {@code notification.sending} for the work itself, {@code notification.control} for what is to be delivered,
 * {@code notification.channel} for the way out.
 */
package org.pizzaorders.notification.delivery;
