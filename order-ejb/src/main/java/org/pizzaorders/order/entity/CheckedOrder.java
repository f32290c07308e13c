package org.pizzaorders.order.entity;

import java.util.List;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.shared.Money;

/**
 * The wish for an order after every check: complete, in canonical form, named and priced.
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
