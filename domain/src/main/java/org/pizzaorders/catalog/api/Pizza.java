package org.pizzaorders.catalog.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.pizzaorders.shared.Currencies;

/**
 * A pizza as the menu has it, in all its languages.
 *
 * @param id slug, such as {@code margherita}
 * @param texts by language ({@code ru}, {@code en}); at least one
 * @param imageUrl null if there is no picture
 * @param prices one for each size
 * @param currency ISO 4217
 */
public record Pizza(
        String id,
        Map<String, PizzaText> texts,
        String imageUrl,
        boolean available,
        List<PizzaPrice> prices,
        String currency) {

    public Pizza {
        texts = Map.copyOf(texts);
        prices = List.copyOf(prices);
    }

    /**
     * @throws IllegalArgumentException if a price cannot be charged
     */
    void requireChargeable() {
        var known = Currencies.find(currency)
                .orElseThrow(() -> new IllegalArgumentException("No currency that can be charged"));
        var sizes = EnumSet.noneOf(PizzaSize.class);
        for (var price : prices) {
            if (price.size() == null
                    || !sizes.add(price.size())
                    || known.faultOfPart(price.amount()).isPresent()) {
                throw new IllegalArgumentException("No price that can be charged");
            }
        }
    }
}
