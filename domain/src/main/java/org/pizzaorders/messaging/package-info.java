/**
 * Messaging for a service: the service extends {@link org.pizzaorders.messaging.ServiceMessaging} once, and gets its
 * schema, its outbox with a relay, its inbox, its dead letters and its operations.
 *
 * <p>The top package: services use this one and reach the others through it. Uses all other packages of messaging.
 */
package org.pizzaorders.messaging;
