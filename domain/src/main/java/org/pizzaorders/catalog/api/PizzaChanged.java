package org.pizzaorders.catalog.api;

/** A pizza has other texts, prices or availability now. */
public record PizzaChanged(Pizza pizza) implements MenuEvent {

    /** What the menu cannot say, an event does not say either: whoever reads it keeps the price it knows. */
    public PizzaChanged {
        pizza.requireChargeable();
    }

    @Override
    public String pizzaId() {
        return pizza.id();
    }
}
