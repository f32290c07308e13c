package org.pizzaorders.catalog.api;

/** A pizza came onto the menu. */
public record PizzaAdded(Pizza pizza) implements MenuEvent {

    @Override
    public String pizzaId() {
        return pizza.id();
    }
}
