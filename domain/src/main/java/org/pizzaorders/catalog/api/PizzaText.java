package org.pizzaorders.catalog.api;

import java.util.List;

/** The texts of a pizza in one language. */
public record PizzaText(String name, String description, List<String> ingredients) {

    public PizzaText {
        ingredients = List.copyOf(ingredients);
    }
}
