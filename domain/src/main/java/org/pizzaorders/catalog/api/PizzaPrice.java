package org.pizzaorders.catalog.api;

/** @param amount in minor units of the pizza's currency */
public record PizzaPrice(PizzaSize size, long amount) {}
