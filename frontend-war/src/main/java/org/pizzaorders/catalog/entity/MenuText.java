package org.pizzaorders.catalog.entity;

import jakarta.persistence.Embeddable;
import java.util.List;
import org.pizzaorders.catalog.api.PizzaText;

/** The texts of a pizza in one language. Ingredients are stored one per line, so none contains a line break. */
@Embeddable
public class MenuText {

    private static final String LINE_BREAK = "\n";

    private String name;
    private String description;
    private String ingredients;

    protected MenuText() {}

    MenuText(PizzaText text) {
        rewrite(text);
    }

    final void rewrite(PizzaText text) {
        name = text.name();
        description = text.description();
        ingredients = String.join(LINE_BREAK, text.ingredients());
    }

    PizzaText text() {
        return new PizzaText(name, description, List.of(ingredients.split(LINE_BREAK)));
    }
}
