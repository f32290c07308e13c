package org.pizzaorders.notification.api;

/** The ways by which a message reaches somebody. */
public enum Channel {
    EMAIL,
    SMS,
    PUSH,
    WEBHOOK
}
