package org.pizzaorders.web.menu;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaText;

/** A pizza with the text that suits the reader. */
record Translated(Pizza pizza, String language, PizzaText text) {

    /** Uses the first preferred language that the pizza has; if it has none of them, always the same other one. */
    static Translated of(Pizza pizza, List<String> wanted) {
        var texts = pizza.texts();
        var language =
                wanted.stream().filter(texts::containsKey).findFirst().orElseGet(() -> new TreeMap<>(texts).firstKey());
        return new Translated(pizza, language, texts.get(language));
    }

    static Translated of(Pizza pizza, String wanted) {
        return of(pizza, List.of(wanted));
    }

    /** The value of {@code Content-Language} for a list. */
    static String languages(List<Translated> pizzas) {
        return pizzas.stream().map(Translated::language).distinct().sorted().collect(Collectors.joining(", "));
    }
}
