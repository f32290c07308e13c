package org.pizzaorders.catalog.api;

/** A pizza came onto the menu. */
public record PizzaAdded(Pizza pizza) implements MenuEvent {

    /** Refuses prices that the menu would refuse: a consumer that gets such an event keeps the price it has. */
    public PizzaAdded {
        pizza.requireChargeable();
    }

    @Override
    public String pizzaId() {
        return pizza.id();
    }
}
