package org.pizzaorders.web.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pizzaorders.shared.text.ContactForms;

/** Determines the language of an answer or of a text in a request. */
public final class Languages {

    private Languages() {}

    /** The default: {@code pizza.default-language}. */
    public static String byDefault() {
        return ConfigProvider.getConfig()
                .getOptionalValue("pizza.default-language", String.class)
                .orElse("en");
    }

    /** The languages that the client prefers, best first; the default last. */
    public static List<String> wanted(HttpHeaders headers) {
        return wanted(acceptable(headers), byDefault());
    }

    /** Unreadable entries are ignored, because no customer should be refused for the settings of a browser. */
    private static List<Locale> acceptable(HttpHeaders headers) {
        try {
            return headers.getAcceptableLanguages();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    static List<String> wanted(List<Locale> acceptable, String byDefault) {
        var wanted = new LinkedHashSet<String>();
        acceptable.stream()
                .map(Locale::getLanguage)
                .filter(l -> l.length() == 2)
                .forEach(wanted::add);
        wanted.add(byDefault);
        return new ArrayList<>(wanted);
    }

    /** The best language that messages to customers support. */
    public static String spoken(HttpHeaders headers) {
        return wanted(headers).stream()
                .filter(ContactForms::isLanguage)
                .findFirst()
                .orElse("en");
    }

    /** The language of the body by {@code Content-Language}; unchanged if it is not a valid language. */
    public static Optional<String> ofBody(HttpHeaders headers) {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_LANGUAGE))
                .map(String::trim)
                .filter(tag -> !tag.isEmpty())
                .map(Languages::language);
    }

    private static String language(String tag) {
        var language = Locale.forLanguageTag(tag).getLanguage();
        return language.isEmpty() ? tag : language;
    }
}
