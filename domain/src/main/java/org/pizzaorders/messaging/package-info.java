/**
 * How services meet: a transactional outbox with its relay, an inbox, and work that falls due.
 *
 * <p>A service extends {@link org.pizzaorders.messaging.ServiceMessaging} once and gets its outbox, inbox and relay from
 * there. Nothing here knows Kafka: a service hands its relay an {@link org.pizzaorders.messaging.EventPublisher}.
 */
package org.pizzaorders.messaging;
