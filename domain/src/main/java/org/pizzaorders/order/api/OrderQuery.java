package org.pizzaorders.order.api;

import java.util.Optional;
import org.pizzaorders.shared.PageRequest;

/**
 * Which orders are wanted, newest first.
 *
 * @param status empty for all
 * @param customerId empty for all customers
 */
public record OrderQuery(Optional<OrderStatus> status, Optional<String> customerId, PageRequest page) {

    /** The kind of cursor that this list takes. */
    public static final String CURSOR = "orders";
}
