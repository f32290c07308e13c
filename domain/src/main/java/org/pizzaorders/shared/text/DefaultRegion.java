package org.pizzaorders.shared.text;

import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * The country of phone numbers without a country code: {@code pizza.default-region}.
 *
 * @param code two capital letters of ISO 3166, such as {@code RU}
 */
public record DefaultRegion(String code) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** @throws IllegalArgumentException if there is no such country */
    public DefaultRegion {
        if (!COUNTRIES.contains(code)) {
            throw new IllegalArgumentException(
                    "pizza.default-region must be a country's two capital letters, such as RU");
        }
    }

    public static DefaultRegion of(Config config) {
        return new DefaultRegion(
                config.getOptionalValue("pizza.default-region", String.class).orElse("RU"));
    }
}
