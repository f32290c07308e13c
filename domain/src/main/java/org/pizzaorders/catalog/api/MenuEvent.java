package org.pizzaorders.catalog.api;

import org.pizzaorders.shared.DomainEvent;

/** The events that the catalogue publishes on {@code menu-events}. */
public sealed interface MenuEvent extends DomainEvent permits PizzaAdded, PizzaChanged, PizzaWithdrawn {

    String pizzaId();

    @Override
    default String aggregateId() {
        return pizzaId();
    }
}
