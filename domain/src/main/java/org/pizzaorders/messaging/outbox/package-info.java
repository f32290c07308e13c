/**
 * The way out: events are rows of the outbox, written by the transaction that changes the data, and one relay takes them
 * to their topic. Nothing here knows Kafka: the relay is handed an {@link
 * org.pizzaorders.messaging.outbox.EventPublisher}.
 *
 * <p>Comes in: {@code messaging.event}, {@code work}, {@code database}, {@code shared}. What cannot be sent goes out by
 * {@link org.pizzaorders.messaging.outbox.UnsendableEvents}; who keeps it is not known here.
 */
package org.pizzaorders.messaging.outbox;
