package org.pizzaorders.web.menu;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.web.http.Languages;

/**
 * The language of the texts in a body outside {@code translations}.
 *
 * @param said the language in the request; empty if there is none
 */
record BodyLanguage(Optional<String> said, String byDefault) {

    static BodyLanguage of(HttpHeaders headers) {
        return new BodyLanguage(Languages.ofBody(headers), Languages.byDefault());
    }

    /** If the request names no language: the language in which the pizza has exactly this text. */
    String of(PizzaText text, Map<String, PizzaText> texts) {
        return said.or(() -> new TreeMap<>(texts)
                        .entrySet().stream()
                                .filter(known -> known.getValue().equals(text))
                                .map(Map.Entry::getKey)
                                .findFirst())
                .orElse(byDefault);
    }

    String ofAnswer() {
        return said.orElse(byDefault);
    }
}
