package org.pizzaorders.order.api;

/** Where an order stands. Which step may follow which is the order's own business. */
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
