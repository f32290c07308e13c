/**
 * The way in: each consumer applies each event once.
 *
 * <p>Comes in: {@code messaging.event}, {@code database}, {@code shared}. Which events have to wait is asked by {@link
 * org.pizzaorders.messaging.inbox.HeldQueues}; why they do is not known here.
 */
package org.pizzaorders.messaging.inbox;
