/**
 * What a service gets: it extends {@link org.pizzaorders.messaging.ServiceMessaging} once, and has its schema, its
 * outbox with a relay, its inbox, its dead letters and its operations from there.
 *
 * <p>The uppermost room: services come in here, and through here to the others. Comes in: all the rooms of messaging.
 */
package org.pizzaorders.messaging;
