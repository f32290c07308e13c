package org.pizzaorders.order.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainException;

/** There is no order with that id. */
public class OrderNotFound extends DomainException {

    public OrderNotFound(UUID id) {
        super(Kind.NOT_FOUND, "ORDER_NOT_FOUND", "There is no order " + id + ".");
    }
}
