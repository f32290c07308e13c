package org.pizzaorders.catalog.api;

import org.pizzaorders.shared.DomainException;

/** No pizza of that id is on the menu. */
public class PizzaNotFound extends DomainException {

    public PizzaNotFound(String id) {
        super(Kind.NOT_FOUND, "PIZZA_NOT_FOUND", "There is no pizza '" + id + "' on the menu.");
    }
}
