package org.pizzaorders.order.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.payment.api.PaymentMethod;

/**
 * An order as its owner and the staff see it.
 *
 * @param customerId null for a guest's order
 * @param totalAmount in minor units
 * @param version grows with each change
 * @param history every status it had, oldest first
 */
public record OrderView(
        UUID id,
        String customerId,
        OrderStatus status,
        List<PricedLine> items,
        long totalAmount,
        String currency,
        Customer customer,
        String deliveryAddress,
        PaymentMethod paymentMethod,
        Instant createdAt,
        Instant updatedAt,
        int version,
        List<StatusChange> history) {

    /** A status and when the order got it. */
    public record StatusChange(OrderStatus status, Instant at) {}

    @Override
    public String toString() {
        return "OrderView[id=" + id + ", status=" + status + "]";
    }
}
