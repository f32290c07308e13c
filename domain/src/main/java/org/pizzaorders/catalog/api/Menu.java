package org.pizzaorders.catalog.api;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The menu. Each changing call is one transaction: the pizza and its event, or neither. */
public interface Menu {

    /** All pizzas that can be ordered, and those that are only sold out; withdrawn ones are not among them. */
    List<Pizza> pizzas();

    /** @throws PizzaNotFound if there is none of that id, or it was withdrawn */
    Pizza pizza(String id);

    /**
     * Adds a pizza; emits {@link PizzaAdded}. The id of a withdrawn pizza may be used again: the pizza comes back.
     *
     * @throws PizzaExists if the menu has one of that id
     * @throws org.pizzaorders.shared.InvalidInput if a field is wrong
     */
    Pizza add(Pizza pizza);

    /**
     * Replaces texts, prices and availability; emits {@link PizzaChanged}, unless it stays as it is.
     *
     * @param change makes the new pizza of the one that is there
     * @throws PizzaNotFound if there is none of that id, or it was withdrawn
     * @throws org.pizzaorders.shared.InvalidInput if a field is wrong
     */
    Pizza change(String id, UnaryOperator<Pizza> change);

    /**
     * Takes a pizza off the menu; emits {@link PizzaWithdrawn}. Doing it again changes nothing.
     *
     * @param check refuses by an exception, when it sees the pizza that is on the menu
     * @throws PizzaNotFound if there never was one of that id
     */
    void withdraw(String id, Consumer<Pizza> check);
}
