package org.pizzaorders.order.api;

import org.pizzaorders.catalog.api.PizzaSize;

/**
 * One line of an order with the name and price it had at that time.
 *
 * @param unitPrice in minor units of the order's currency
 * @param totalPrice {@code unitPrice * quantity}
 */
public record PricedLine(
        String pizzaId, String pizzaName, PizzaSize size, int quantity, long unitPrice, long totalPrice) {}
