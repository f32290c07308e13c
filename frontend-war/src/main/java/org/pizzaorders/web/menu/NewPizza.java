package org.pizzaorders.web.menu;

import static org.pizzaorders.web.http.Constraints.NEEDED;
import static org.pizzaorders.web.http.Constraints.NOT_EMPTY;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaPrice;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.web.http.Requests;

/**
 * A pizza as clients write it: name, description and ingredients in the language of the body, other languages in
 * {@code translations}. What was read can be written back. Checked is only what cannot be handed on.
 *
 * @param available null for true
 * @param currency null for roubles
 * @param translations null for none
 */
record NewPizza(
        String id,
        String name,
        String description,
        List<@NotNull(message = NEEDED) String> ingredients,
        String imageUrl,
        Boolean available,
        @NotEmpty(message = NOT_EMPTY) List<@NotNull(message = NEEDED) @Valid Price> prices,
        String currency,
        Map<String, @NotNull(message = NEEDED) @Valid Text> translations) {

    record Price(PizzaSize size, @NotNull(message = NEEDED) Long amount) {}

    record Text(String name, String description, List<@NotNull(message = NEEDED) String> ingredients) {

        PizzaText toText() {
            return new PizzaText(name, description, ingredients == null ? List.of() : ingredients);
        }
    }

    /** How the client wrote what the catalogue calls {@code texts.en.name}. */
    String written(String field, String language) {
        var own = "texts." + language + ".";
        if (field.startsWith(own) && (translations == null || !translations.containsKey(language))) {
            return field.substring(own.length());
        }
        return field.startsWith("texts.") ? "translations" + field.substring("texts".length()) : field;
    }

    Pizza toAdd(String language) {
        if (id == null || id.isBlank()) {
            throw Requests.invalid("id", "is needed: a short name such as margherita");
        }
        return pizza(id, language);
    }

    Pizza toChange(String addressed, String language) {
        if (id != null && !id.equals(addressed)) {
            throw Requests.invalid("id", "must be '" + addressed + "' as in the address, or left out");
        }
        return pizza(addressed, language);
    }

    private Pizza pizza(String pizzaId, String language) {
        return new Pizza(
                pizzaId,
                texts(language),
                imageUrl,
                available == null || available,
                prices.stream()
                        .map(price -> new PizzaPrice(price.size, price.amount))
                        .toList(),
                currency == null ? "RUB" : currency);
    }

    private Map<String, PizzaText> texts(String language) {
        var texts = new HashMap<String, PizzaText>();
        if (translations != null) {
            translations.forEach((other, text) -> texts.put(other, text.toText()));
        }
        if (name != null || description != null || ingredients != null) {
            var own = new Text(name, description, ingredients).toText();
            refuseContradiction(texts.putIfAbsent(language, own), own, language);
        }
        if (texts.isEmpty()) {
            throw Requests.invalid("name", "is needed, or translations");
        }
        return texts;
    }

    private static void refuseContradiction(PizzaText translated, PizzaText own, String language) {
        if (translated != null && !translated.equals(own)) {
            throw Requests.invalid(
                    "translations." + language,
                    "says other than name, description and ingredients, which are in the same language: send one of them");
        }
    }
}
