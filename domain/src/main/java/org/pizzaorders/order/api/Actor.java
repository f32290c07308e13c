package org.pizzaorders.order.api;

/** On whose behalf an order is moved; decides which steps are open. */
public enum Actor {
    /** The customer. */
    OWNER,
    STAFF,
    ADMIN,
    /** The order flow itself, as payments come in. */
    SYSTEM
}
