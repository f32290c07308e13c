package org.pizzaorders.order.api;

/** Who changes an order. This decides which steps are allowed. */
public enum Actor {
    /** The customer. */
    OWNER,
    STAFF,
    ADMIN,
    /** The order flow itself, when payment events arrive. */
    SYSTEM
}
