package org.pizzaorders.web.menu;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.web.http.Languages;

/**
 * The language of the texts in a body that stand outside {@code translations}.
 *
 * @param said by the request; empty if it says nothing
 */
record BodyLanguage(Optional<String> said, String byDefault) {

    static BodyLanguage of(HttpHeaders headers) {
        return new BodyLanguage(Languages.ofBody(headers), Languages.byDefault());
    }

    /** Where the request does not say it: that in which the text stands word for word, as it was read. */
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
