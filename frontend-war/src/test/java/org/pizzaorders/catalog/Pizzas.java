package org.pizzaorders.catalog;

import java.util.List;
import java.util.Map;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaPrice;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.catalog.api.PizzaText;

/** Pizzas for tests. */
public final class Pizzas {

    private Pizzas() {}

    public static Pizza of(String id) {
        return of(id, 59_900, text("Marinara"));
    }

    public static Pizza of(String id, long smallest, PizzaText english) {
        return new Pizza(
                id,
                Map.of("ru", text("Маринара"), "en", english),
                "/images/pizzas/" + id + ".svg",
                true,
                List.of(
                        new PizzaPrice(PizzaSize.SMALL, smallest),
                        new PizzaPrice(PizzaSize.MEDIUM, smallest + 10_000),
                        new PizzaPrice(PizzaSize.LARGE, smallest + 20_000)),
                "RUB");
    }

    public static PizzaText text(String name) {
        return new PizzaText(name, name + ", as in Naples.", List.of("tomatoes", "garlic"));
    }
}
