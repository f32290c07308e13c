package org.pizzaorders.order.api;

import java.util.List;

/**
 * The wish for an order.
 *
 * @param customerId the account it belongs to; null for a guest
 */
public record PlaceOrder(
        String customerId, Customer customer, String deliveryAddress, List<OrderLine> items, PaymentChoice payment) {

    public PlaceOrder {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return "PlaceOrder[items=" + items + "]";
    }
}
