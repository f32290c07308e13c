package org.pizzaorders.payment.api;

/** How an order is paid: by card now, or in cash to the courier. */
public enum PaymentMethod {
    CARD,
    CASH
}
