package org.pizzaorders.payment.api;

/** The status of a payment. */
public enum PaymentStatus {
    /** Waits for its first or next attempt; cash waits for the delivery. */
    PENDING,
    /** An attempt is running, or its outcome is not known yet. */
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED,
    REFUNDED
}
