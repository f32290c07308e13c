package org.pizzaorders.notification.api;

/** The ways to send a message to somebody. */
public enum Channel {
    EMAIL,
    SMS,
    PUSH,
    WEBHOOK
}
