package org.pizzaorders.order.api;

import org.pizzaorders.catalog.api.PizzaSize;

/** One line of an order as the customer wrote it; the price is the order service's to tell. */
public record OrderLine(String pizzaId, PizzaSize size, int quantity) {}
