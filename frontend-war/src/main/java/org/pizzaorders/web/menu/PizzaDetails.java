package org.pizzaorders.web.menu;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pizzaorders.catalog.api.PizzaPrice;
import org.pizzaorders.catalog.api.PizzaText;

/** A single pizza as clients read it: in one language, and in addition in all languages. */
record PizzaDetails(
        String id,
        String name,
        String description,
        List<String> ingredients,
        String imageUrl,
        boolean available,
        List<PizzaPrice> prices,
        String currency,
        SortedMap<String, PizzaText> translations) {

    static PizzaDetails of(Translated translated) {
        var pizza = translated.pizza();
        var text = translated.text();
        return new PizzaDetails(
                pizza.id(),
                text.name(),
                text.description(),
                text.ingredients(),
                pizza.imageUrl(),
                pizza.available(),
                pizza.prices(),
                pizza.currency(),
                new TreeMap<>(pizza.texts()));
    }
}
