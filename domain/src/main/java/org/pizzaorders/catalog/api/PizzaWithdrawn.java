package org.pizzaorders.catalog.api;

/** A pizza can no longer be ordered. */
public record PizzaWithdrawn(String pizzaId) implements MenuEvent {}
