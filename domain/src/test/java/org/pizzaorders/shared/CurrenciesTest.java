package org.pizzaorders.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrenciesTest {

    @Test
    void countsDecimalsAsTheStandardDoes() {
        var codes = Currencies.codes().stream()
                .filter(code -> Currency.getAvailableCurrencies().stream()
                        .anyMatch(known -> known.getCurrencyCode().equals(code)))
                .toList();

        assertThat(codes)
                .hasSizeGreaterThan(130)
                .allSatisfy(code -> assertThat(Currencies.decimals(code))
                        .isEqualTo(Currency.getInstance(code).getDefaultFractionDigits()));
    }

    @Test
    void limitsEachCurrencyToAmountsThatCanBeCharged() {
        assertThat(Currencies.codes())
                .map(code -> Currencies.find(code).orElseThrow())
                .allSatisfy(currency -> {
                    assertThat(currency.faultOfCharge(currency.least())).isEmpty();
                    assertThat(currency.faultOfCharge(currency.most())).isEmpty();
                    assertThat(currency.faultOfCharge(currency.least() - 1)).isPresent();
                    assertThat(currency.faultOfCharge(currency.most() + currency.step()))
                            .isPresent();
                    assertThat(currency.toProvider(currency.most())).isPresent();
                });
    }

    @ParameterizedTest
    @CsvSource({"RUB, 1, 99999999", "EUR, 50, 99999999", "ISK, 1, 999999", "KWD, 10, 99999990", "MGA, 100, 9999999900"})
    void knowsTheMinimumAndTheMaximum(String code, long least, long most) {
        var currency = Currencies.find(code).orElseThrow();

        assertThat(currency.least()).isEqualTo(least);
        assertThat(currency.most()).isEqualTo(most);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XTS", "XAU", "XDR", "DEM", "FRF", "HRK", "TRL", "ZWL", "KPW", "rub", "", "RUBLES"})
    void findsNoneThatCannotBeCharged(String code) {
        assertThat(Currencies.find(code)).isEmpty();
    }
}
