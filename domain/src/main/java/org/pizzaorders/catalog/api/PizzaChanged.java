package org.pizzaorders.catalog.api;

/** A pizza has other texts, prices or availability now. */
public record PizzaChanged(Pizza pizza) implements MenuEvent {

    @Override
    public String pizzaId() {
        return pizza.id();
    }
}
