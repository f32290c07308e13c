package org.pizzaorders.catalog.control;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaPrice;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.shared.ChargeableCurrency;
import org.pizzaorders.shared.Currencies;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.text.ContactForms;
import org.pizzaorders.shared.text.WrittenText;

/** The rules for a pizza on the menu. Finds all errors of one pizza. */
public final class PizzaRules {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_INGREDIENT = 80;
    private static final int LONGEST_URL = 500;
    private static final int MOST_INGREDIENTS = 30;

    private static final long HIGHEST_PRICE = 999_999_999_999L;

    private final List<FieldError> errors = new ArrayList<>();

    private PizzaRules() {}

    /** @throws InvalidInput naming every field that is wrong */
    public static void check(Pizza pizza) {
        var rules = new PizzaRules();
        rules.id(pizza.id());
        rules.texts(pizza);
        rules.prices(pizza.prices(), rules.currency(pizza.currency()));
        rules.imageUrl(pizza.imageUrl());
        if (!rules.errors.isEmpty()) {
            throw new InvalidInput(rules.errors);
        }
    }

    private void id(String id) {
        if (id == null || id.length() > LONGEST_ID || !SLUG.matcher(id).matches()) {
            wrong("id", "must be small letters, digits and single hyphens, such as four-cheeses; at most 64 of them");
        }
    }

    private void texts(Pizza pizza) {
        if (pizza.texts().isEmpty()) {
            wrong("translations", "must have a text in at least one language: ru or en");
        }
        pizza.texts().forEach((language, text) -> {
            var path = "translations." + language;
            if (ContactForms.isLanguage(language)) {
                text(path + ".", text);
            } else {
                wrong(path, "must be in a language of the menu: ru or en");
            }
        });
    }

    private void text(String path, PizzaText text) {
        words(path + "name", text.name(), LONGEST_NAME);
        words(path + "description", text.description(), LONGEST_DESCRIPTION);
        var ingredients = text.ingredients();
        if (ingredients.isEmpty() || ingredients.size() > MOST_INGREDIENTS) {
            wrong(path + "ingredients", "must be 1 to " + MOST_INGREDIENTS + " ingredients");
        }
        for (int i = 0; i < ingredients.size(); i++) {
            words(path + "ingredients[" + i + "]", ingredients.get(i), LONGEST_INGREDIENT);
        }
    }

    private void words(String field, String text, int longest) {
        WrittenText.faultOfLine(text, longest).ifPresent(fault -> wrong(field, fault));
    }

    /**
     * @param currency the currency of the prices; null if the payment provider cannot charge it
     */
    private void prices(List<PizzaPrice> prices, ChargeableCurrency currency) {
        var missing = EnumSet.allOf(PizzaSize.class);
        for (int i = 0; i < prices.size(); i++) {
            price("prices[" + i + "]", prices.get(i), currency, missing);
        }
        if (!missing.isEmpty()) {
            wrong("prices", "must have a price for each size, once: missing " + missing);
        }
    }

    private void price(String path, PizzaPrice price, ChargeableCurrency currency, Set<PizzaSize> missing) {
        if (price.size() == null) {
            wrong(path + ".size", "must be SMALL, MEDIUM or LARGE");
        } else if (!missing.remove(price.size())) {
            wrong(path + ".size", "must name each size only once: " + price.size() + " has a price already");
        }
        if (currency != null) {
            currency.faultOfCharge(price.amount()).ifPresent(fault -> wrong(path + ".amount", fault));
        } else if (price.amount() < 1 || price.amount() > HIGHEST_PRICE) {
            wrong(path + ".amount", "must be 1 to " + HIGHEST_PRICE + " in minor units, in most currencies less");
        }
    }

    private ChargeableCurrency currency(String code) {
        var currency = Currencies.find(code);
        if (currency.isEmpty()) {
            wrong("currency", "must be the ISO 4217 code of a currency that can be charged, such as RUB");
        }
        return currency.orElse(null);
    }

    private void imageUrl(String url) {
        if (url != null && (WrittenText.faultOfLine(url, LONGEST_URL).isPresent() || !isAddress(url))) {
            wrong("imageUrl", "must be an http or https address, or a path of this site that starts with /");
        }
    }

    private static boolean isAddress(String url) {
        try {
            var address = URI.create(url);
            var web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web
                    ? address.getHost() != null
                    : address.getScheme() == null && url.startsWith("/") && address.getRawAuthority() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
