package org.pizzaorders.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.catalog.Pizzas;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaPrice;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;

class PizzaRulesTest {

    private static final Pizza GOOD = Pizzas.of("marinara");

    @Test
    void acceptsAGoodPizza() {
        assertThatCode(() -> PizzaRules.check(GOOD)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "RUB, 59900, ok",
        "ISK, 2490, ok",
        "ISK, 1000000, prices[0].amount",
        "UGX, 35000, ok",
        "KWD, 4250, ok",
        "KWD, 4255, prices[0].amount",
        "EUR, 49, prices[0].amount",
        "HUF, 17499, prices[0].amount",
        "RUB, 100000000, prices[0].amount",
        "IDR, 100000000, ok",
        "XXX, 59900, currency",
        "XTS, 59900, currency",
        "XAU, 59900, currency",
        "DEM, 59900, currency",
        "HRK, 59900, currency",
        "rub, 59900, currency"
    })
    void takesPricesThatTheProviderCanCharge(String currency, long amount, String field) {
        var pizza = new Pizza(
                "geysir",
                Map.of("en", Pizzas.text("Geysir")),
                null,
                true,
                List.of(
                        new PizzaPrice(PizzaSize.SMALL, amount),
                        new PizzaPrice(PizzaSize.MEDIUM, 20_000),
                        new PizzaPrice(PizzaSize.LARGE, 20_000)),
                currency);

        if ("ok".equals(field)) {
            assertThatCode(() -> PizzaRules.check(pizza)).doesNotThrowAnyException();
        } else {
            assertThat(faults(pizza)).containsExactly(field);
        }
    }

    @Test
    void namesAllFaultsAtOnce() {
        var bad = new Pizza(
                "Not a slug",
                Map.of("en", new PizzaText(" ", null, List.of("ham", "a\nb"))),
                "ftp://example.org/x.png",
                true,
                List.of(
                        new PizzaPrice(PizzaSize.SMALL, 0),
                        new PizzaPrice(PizzaSize.SMALL, 1),
                        new PizzaPrice(null, 1),
                        new PizzaPrice(PizzaSize.LARGE, Long.MAX_VALUE)),
                "RUBEL");

        assertThat(faults(bad))
                .containsExactlyInAnyOrder(
                        "id",
                        "translations.en.name",
                        "translations.en.description",
                        "translations.en.ingredients[1]",
                        "imageUrl",
                        "prices[0].amount",
                        "prices[1].size",
                        "prices[2].size",
                        "prices[3].amount",
                        "prices",
                        "currency");
    }

    @Test
    void requiresATextAndKnowsItsLanguages() {
        assertThat(faults(new Pizza("x", Map.of(), null, true, GOOD.prices(), "RUB")))
                .containsExactly("translations");
        assertThat(faults(new Pizza("x", Map.of("de", Pizzas.text("Pizza")), null, true, GOOD.prices(), "RUB")))
                .containsExactly("translations.de");
    }

    @Test
    void requiresIngredients() {
        var plain = new PizzaText("Bread", "Just bread.", List.of());

        assertThat(faults(Pizzas.of("bread", 100, plain))).containsExactly("translations.en.ingredients");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u2800", "\u202eazzip", "piz\u200bza", "piz\u0007za", "two\nlines"})
    void refusesTextsThatHideSomething(String text) {
        var hidden = new PizzaText(text, text, List.of(text));

        assertThat(faults(Pizzas.of("hidden", 100, hidden)))
                .containsExactly(
                        "translations.en.name", "translations.en.description", "translations.en.ingredients[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/images/a.svg", "https://example.org/a.png", "http://example.org:8080/a"})
    void acceptsPicturesOfThisSiteAndOfTheWeb(String url) {
        assertThatCode(() -> PizzaRules.check(pictured(url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"images/a.svg", "//example.org/a", "javascript:alert(1)", "http:a", "/a b", ""})
    void refusesOtherPictures(String url) {
        assertThat(faults(pictured(url))).containsExactly("imageUrl");
    }

    private static Pizza pictured(String url) {
        return new Pizza("marinara", GOOD.texts(), url, true, GOOD.prices(), "RUB");
    }

    private static List<String> faults(Pizza pizza) {
        var refusal = catchThrowableOfType(InvalidInput.class, () -> PizzaRules.check(pizza));
        return refusal.errors().stream().map(FieldError::field).toList();
    }
}
