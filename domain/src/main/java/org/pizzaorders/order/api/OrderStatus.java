package org.pizzaorders.order.api;

/** The status of an order. The order itself decides which step may follow which. */
public enum OrderStatus {
    PENDING,
    PAID,
    PAYMENT_FAILED,
    CONFIRMED,
    PREPARING,
    READY,
    DELIVERED,
    CANCELLED
}
