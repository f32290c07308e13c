package org.pizzaorders.catalog.api;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The menu. Each changing call is one transaction: the pizza and its event, or neither. */
public interface Menu {

    /** All pizzas on the menu, including those that are sold out. Withdrawn pizzas are left out. */
    List<Pizza> pizzas();

    /**
     * @throws PizzaNotFound if no pizza has that id, or it was withdrawn
     */
    Pizza pizza(String id);

    /**
     * Adds a pizza; emits {@link PizzaAdded}. The id of a withdrawn pizza may be used again: the pizza comes back.
     *
     * @throws PizzaExists if the menu has one of that id
     * @throws org.pizzaorders.shared.InvalidInput if a field is wrong
     */
    Pizza add(Pizza pizza);

    /**
     * Replaces texts, prices and availability; emits {@link PizzaChanged}, unless nothing changes.
     *
     * @param change makes the new pizza from the present one
     * @throws PizzaNotFound if no pizza has that id, or it was withdrawn
     * @throws org.pizzaorders.shared.InvalidInput if a field is wrong
     */
    Pizza change(String id, UnaryOperator<Pizza> change);

    /**
     * Takes a pizza off the menu; emits {@link PizzaWithdrawn}. A second call changes nothing.
     *
     * @param check gets the pizza that is on the menu and may refuse by an exception
     * @throws PizzaNotFound if there never was a pizza with that id
     */
    void withdraw(String id, Consumer<Pizza> check);
}
