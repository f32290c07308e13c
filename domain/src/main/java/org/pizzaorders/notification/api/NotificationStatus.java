package org.pizzaorders.notification.api;

/** Where a notification, or one delivery of it, stands. */
public enum NotificationStatus {
    PENDING,
    /** Handed to the channel. */
    SENT,
    /** The channel says that it arrived. */
    DELIVERED,
    /** Given up. */
    FAILED
}
