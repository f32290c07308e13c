package org.pizzaorders.order.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A request for an order, unchecked: fields that the client left out are null, and {@link Orders#place} checks them.
 *
 * @param customerId the account it belongs to; null for a guest
 * @param expectedTotal the total that the customer was shown; null to accept any total
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
