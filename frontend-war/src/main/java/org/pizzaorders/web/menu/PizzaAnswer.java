package org.pizzaorders.web.menu;

import java.util.List;
import org.pizzaorders.catalog.api.PizzaPrice;

/** A pizza as clients read it, in one language. */
record PizzaAnswer(
        String id,
        String name,
        String description,
        List<String> ingredients,
        String imageUrl,
        boolean available,
        List<PizzaPrice> prices,
        String currency) {

    static PizzaAnswer of(Translated translated) {
        var pizza = translated.pizza();
        var text = translated.text();
        return new PizzaAnswer(
                pizza.id(),
                text.name(),
                text.description(),
                text.ingredients(),
                pizza.imageUrl(),
                pizza.available(),
                pizza.prices(),
                pizza.currency());
    }
}
