package org.pizzaorders.notification.api;

/** The status of a notification, or of one of its deliveries. */
public enum NotificationStatus {
    PENDING,
    /** Handed to the channel. */
    SENT,
    /** The channel says that it arrived. */
    DELIVERED,
    /** Given up. */
    FAILED
}
