package org.pizzaorders.order.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * A customer placed an order.
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
        requireNonNull(currency, "currency");
        requireNonNull(customer, "customer");
        requireNonNull(payment.method(), "payment.method");
        if (totalAmount < 1 || totalAmount != sum(items)) {
            throw new IllegalArgumentException("The total is not what the lines come to");
        }
    }

    /** The sum of the lines must be the amount that is charged. */
    private static long sum(List<PricedLine> items) {
        return items.stream().mapToLong(OrderCreated::price).reduce(0, Math::addExact);
    }

    private static long price(PricedLine line) {
        if (line.quantity() < 1
                || line.unitPrice() < 1
                || line.totalPrice() != Math.multiplyExact(line.unitPrice(), (long) line.quantity())) {
            throw new IllegalArgumentException("The price of a line is not that of its pizzas");
        }
        return line.totalPrice();
    }

    @Override
    public String toString() {
        return "OrderCreated[orderId=" + orderId + "]";
    }
}
