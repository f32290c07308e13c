package org.pizzaorders.web.menu;

import static org.pizzaorders.web.http.Constraints.NEEDED;
import static org.pizzaorders.web.http.Constraints.NOT_EMPTY;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaPrice;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.web.http.Requests;

/**
 * A pizza as clients write it: name, description and ingredients in the language of the body, other languages in {@code
 * translations}. An answer can be sent back unchanged, in any language. Fields that a change leaves out stay unchanged.
 * This class checks only what it cannot pass on.
 *
 * @param available null for true, or at a change for the present value
 * @param currency null for roubles, or at a change for the present currency, so that amounts keep their value
 * @param translations null for none, or at a change for the present ones
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

    private static final String TRANSLATIONS = "translations.";
    private static final List<String> OWN = List.of("name", "description", "ingredients");

    record Price(PizzaSize size, @NotNull(message = NEEDED) Long amount) {}

    record Text(String name, String description, List<@NotNull(message = NEEDED) String> ingredients) {

        PizzaText toText() {
            return new PizzaText(name, description, ingredients == null ? List.of() : ingredients);
        }
    }

    /** The client's path of the field that the catalogue calls {@code translations.en.name}. */
    String written(String field) {
        if (!field.startsWith(TRANSLATIONS) || translations != null && isOfOne(field)) {
            return field;
        }
        var name = field.substring(field.lastIndexOf('.') + 1);
        return OWN.stream().anyMatch(name::startsWith) ? name : HttpHeaders.CONTENT_LANGUAGE;
    }

    /** Languages may be called anything until they are refused. */
    private boolean isOfOne(String field) {
        return translations.keySet().stream()
                .map(TRANSLATIONS::concat)
                .anyMatch(translation -> field.equals(translation) || field.startsWith(translation + "."));
    }

    Pizza toAdd(BodyLanguage language) {
        if (id == null || id.isBlank()) {
            throw Requests.invalid("id", "is needed: a short name such as margherita");
        }
        return pizza(id, texts(Map.of(), language), true, "RUB");
    }

    Pizza toChange(Pizza known, BodyLanguage language) {
        if (id != null && !id.equals(known.id())) {
            throw Requests.invalid("id", "must be '" + known.id() + "' as in the address, or left out");
        }
        return pizza(known.id(), texts(known.texts(), language), known.available(), known.currency());
    }

    private Pizza pizza(String pizzaId, Map<String, PizzaText> texts, boolean wasAvailable, String knownCurrency) {
        return new Pizza(
                pizzaId,
                texts,
                imageUrl,
                available == null ? wasAvailable : available,
                prices.stream()
                        .map(price -> new PizzaPrice(price.size, price.amount))
                        .toList(),
                currency == null ? knownCurrency : currency);
    }

    private Map<String, PizzaText> texts(Map<String, PizzaText> known, BodyLanguage body) {
        var texts = new HashMap<String, PizzaText>();
        if (translations == null) {
            texts.putAll(known);
        } else {
            translations.forEach((other, text) -> texts.put(other, text.toText()));
        }
        if (name != null || description != null || ingredients != null) {
            var own = new Text(name, description, ingredients).toText();
            var language = body.of(own, texts);
            refuseContradiction(translations == null ? null : texts.get(language), own, language);
            texts.put(language, own);
        } else if (translations == null || texts.isEmpty()) {
            throw Requests.invalid("name", "is needed, or translations");
        }
        return texts;
    }

    private static void refuseContradiction(PizzaText translated, PizzaText own, String language) {
        if (translated != null && !translated.equals(own)) {
            throw Requests.invalid(
                    "translations." + language,
                    "says other than name, description and ingredients, which are in the same language: send one of"
                            + " them, or say in Content-Language which language they are in");
        }
    }
}
