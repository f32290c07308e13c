package org.pizzaorders.catalog.api;

/** The sizes every pizza is sold in. */
public enum PizzaSize {
    SMALL,
    MEDIUM,
    LARGE
}
