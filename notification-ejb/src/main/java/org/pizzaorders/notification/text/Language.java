package org.pizzaorders.notification.text;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.pizzaorders.shared.Money;

/** A language for messages to customers, with the few words that are not in templates. */
enum Language {
    RU("ru-RU"),
    EN("en-US");

    private final Locale locale;
    private final ResourceBundle wording;

    Language(String tag) {
        locale = Locale.forLanguageTag(tag);
        wording = ResourceBundle.getBundle(
                Language.class.getPackageName() + ".wording",
                Locale.forLanguageTag(code()),
                Language.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language with that code; English if it is unknown or missing, as everywhere. */
    static Language of(String code) {
        return RU.code().equalsIgnoreCase(code) ? RU : EN;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String money(Money money) {
        return MoneyText.of(money, locale);
    }

    Optional<String> word(String key) {
        return wording.containsKey(key) ? Optional.of(wording.getString(key)) : Optional.empty();
    }
}
