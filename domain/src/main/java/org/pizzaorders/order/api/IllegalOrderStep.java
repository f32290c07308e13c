package org.pizzaorders.order.api;

import org.pizzaorders.shared.DomainException;

/** The life cycle does not allow this step from the present status, or not for this actor. */
public class IllegalOrderStep extends DomainException {

    public IllegalOrderStep(OrderStatus from, OrderStatus to) {
        super(Kind.CONFLICT, "ILLEGAL_ORDER_STEP", "An order that is " + from + " cannot become " + to + ".");
    }
}
