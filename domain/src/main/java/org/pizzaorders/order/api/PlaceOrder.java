package org.pizzaorders.order.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The wish for an order, unchecked: whatever the client left out is null, and {@link Orders#place} says so.
 *
 * @param customerId the account it belongs to; null for a guest
 * @param expectedTotal what the customer was told that it comes to; null for whatever it comes to
 */
public record PlaceOrder(
        String customerId,
        Customer customer,
        String deliveryAddress,
        List<OrderLine> items,
        PaymentChoice payment,
        ExpectedTotal expectedTotal) {

    public PlaceOrder {
        items = items == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(items));
    }

    @Override
    public String toString() {
        return "PlaceOrder[items=" + items + "]";
    }
}
