package org.pizzaorders.catalog.api;

/** A pizza came onto the menu. */
public record PizzaAdded(Pizza pizza) implements MenuEvent {

    /** What the menu cannot say, an event does not say either: whoever reads it keeps the price it knows. */
    public PizzaAdded {
        pizza.requireChargeable();
    }

    @Override
    public String pizzaId() {
        return pizza.id();
    }
}
