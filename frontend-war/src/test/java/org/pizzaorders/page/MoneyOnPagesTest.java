package org.pizzaorders.page;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Currency;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.pizzaorders.shared.Currencies;

class MoneyOnPagesTest {

    private static final Path TEXTS =
            Path.of("src", "main", "webapp", "js", "texts.js").toAbsolutePath();

    @Test
    void pagesCountTheDecimalsOfEachCurrencyAsTheServiceDoes() {
        var codes = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(code -> Currencies.find(code).isPresent())
                .sorted()
                .toList();
        var asked = codes.stream().map(code -> "'" + code + "'").collect(joining(","));

        try (var tab = new Tab(new HashMap<>(), new HashMap<>(), null)) {
            var counted = tab.run("{ const { decimals } = await import('" + TEXTS + "'); return [" + asked
                    + "].map(code => code + decimals(code)).join(' '); }");

            assertThat(counted)
                    .isEqualTo(codes.stream()
                            .map(code -> code + Currencies.decimals(code))
                            .collect(joining(" ", "\"", "\"")));
        }
    }
}
