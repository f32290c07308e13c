package org.pizzaorders.catalog.api;

import org.pizzaorders.shared.DomainException;

/** A pizza of that id is on the menu already. */
public class PizzaExists extends DomainException {

    public PizzaExists(String id) {
        super(Kind.CONFLICT, "PIZZA_EXISTS", "There is a pizza '" + id + "' already: change it with PUT.");
    }
}
