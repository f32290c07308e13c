package org.pizzaorders.payment.api;

/** Where a payment stands. */
public enum PaymentStatus {
    /** Waits for its first or next attempt; cash waits for the delivery. */
    PENDING,
    /** An attempt is under way, or its outcome is not known yet. */
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED,
    REFUNDED
}
