package org.pizzaorders.order.api;

import java.util.Optional;
import org.pizzaorders.shared.PageRequest;

/**
 * Which orders are wanted, newest first.
 *
 * @param status empty for any
 * @param customerId empty for everybody's
 */
public record OrderQuery(Optional<OrderStatus> status, Optional<String> customerId, PageRequest page) {

    /** The kind of cursor that this list takes. */
    public static final String CURSOR = "orders";
}
