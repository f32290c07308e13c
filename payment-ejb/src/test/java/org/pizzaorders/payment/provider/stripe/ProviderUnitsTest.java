package org.pizzaorders.payment.provider.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pizzaorders.shared.Money;

class ProviderUnitsTest {

    @ParameterizedTest
    @CsvSource({
        "RUB, 59900, 59900",
        "EUR, 1250, 1250",
        "JPY, 1500, 1500",
        "ISK, 2490, 249000",
        "UGX, 35000, 3500000",
        "KWD, 4250, 4250",
        "MGA, 4500000, 45000",
        "IDR, 900000000000, 900000000000"
    })
    void writesAmountsAsTheProviderCounts(String currency, long amount, long providerAmount) {
        var written = ProviderUnits.of(new Money(amount, currency));

        assertThat(written).hasValue(providerAmount);
    }

    @ParameterizedTest
    @CsvSource({
        "XXX, 1000",
        "XTS, 1000",
        "XAU, 1000",
        "DEM, 1000",
        "HRK, 1000",
        "KWD, 4255",
        "MGA, 4500050",
        "RUB, 0",
        "RUB, -100",
        "ISK, 1000000",
        "RUB, 9223372036854775807"
    })
    void writesNothingThatTheProviderCannotChargeAndRoundsNothing(String currency, long amount) {
        assertThat(ProviderUnits.of(new Money(amount, currency))).isEmpty();
    }
}
