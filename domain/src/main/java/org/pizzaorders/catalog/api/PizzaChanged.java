package org.pizzaorders.catalog.api;

/** A pizza has other texts, prices or availability now. */
public record PizzaChanged(Pizza pizza) implements MenuEvent {

    /** Refuses prices that the menu would refuse: a consumer that gets such an event keeps the price it has. */
    public PizzaChanged {
        pizza.requireChargeable();
    }

    @Override
    public String pizzaId() {
        return pizza.id();
    }
}
