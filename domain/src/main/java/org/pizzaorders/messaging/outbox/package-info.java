/**
 * Outgoing events: the transaction that changes the data writes events as rows of the outbox, and one relay sends them
 * to their topic. This package does not know Kafka: the relay gets an {@link
 * org.pizzaorders.messaging.outbox.EventPublisher}.
 *
 * <p>Uses {@code messaging.event}, {@code work}, {@code database}, {@code shared}. Events that cannot be sent go to
 * {@link org.pizzaorders.messaging.outbox.UnsendableEvents}; this package does not know who stores them.
 */
package org.pizzaorders.messaging.outbox;
