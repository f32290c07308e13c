/**
 * Incoming events: each consumer applies each event once.
 *
 * <p>Uses {@code messaging.event}, {@code database}, {@code shared}. {@link org.pizzaorders.messaging.inbox.HeldQueues}
 * says which events must wait; this package does not know why.
 */
package org.pizzaorders.messaging.inbox;
