package org.pizzaorders.order.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The wish for an order, unchecked: whatever the client left out is null, and {@link Orders#place} says so.
 *
 * @param customerId the account it belongs to; null for a guest
 */
public record PlaceOrder(
        String customerId, Customer customer, String deliveryAddress, List<OrderLine> items, PaymentChoice payment) {

    public PlaceOrder {
        items = items == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(items));
    }

    @Override
    public String toString() {
        return "PlaceOrder[items=" + items + "]";
    }
}
