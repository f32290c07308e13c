package org.pizzaorders.order.api;

import java.util.List;
import java.util.UUID;

/**
 * An order was taken.
 *
 * @param customerId null for a guest
 * @param totalAmount in minor units
 */
public record OrderCreated(
        UUID orderId,
        String customerId,
        Customer customer,
        List<PricedLine> items,
        long totalAmount,
        String currency,
        String deliveryAddress,
        PaymentChoice payment)
        implements OrderEvent {

    public OrderCreated {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return "OrderCreated[orderId=" + orderId + "]";
    }
}
