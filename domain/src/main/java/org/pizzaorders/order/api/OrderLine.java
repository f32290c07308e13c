package org.pizzaorders.order.api;

import org.pizzaorders.catalog.api.PizzaSize;

/** One line of an order as the customer sent it. The order service sets the price. */
public record OrderLine(String pizzaId, PizzaSize size, int quantity) {}
