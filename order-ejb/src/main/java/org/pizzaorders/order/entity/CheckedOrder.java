package org.pizzaorders.order.entity;

import java.util.List;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.shared.Money;

/**
 * An order request that has passed all checks: complete, normalised, with names and prices.
 *
 * @param customerId null for a guest
 */
public record CheckedOrder(
        String customerId,
        Customer customer,
        String deliveryAddress,
        List<PricedLine> lines,
        Money total,
        PaymentChoice payment) {

    public CheckedOrder {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return "CheckedOrder[lines=" + lines + "]";
    }
}
