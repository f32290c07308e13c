package org.pizzaorders.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
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
        "MGA, 4500000, 45000"
    })
    void writesAmountsAsTheProviderCountsAndReadsThemBack(String currency, long amount, long providerAmount) {
        var written = ProviderUnits.of(new Money(amount, currency));

        assertThat(written).isEqualTo(providerAmount);
        assertThat(ProviderUnits.money(written, currency)).isEqualTo(new Money(amount, currency));
    }

    @ParameterizedTest
    @CsvSource({"XXX", "XTS", "XAU", "DEM", "TRL", "HRK"})
    void chargesNothingThatTheProviderCannot(String currency) {
        var money = new Money(1000, currency);

        assertThatThrownBy(() -> ProviderUnits.of(money)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roundsNothing() {
        var parts = new Money(4_500_050, "MGA");

        assertThatThrownBy(() -> ProviderUnits.of(parts)).isInstanceOf(ArithmeticException.class);
    }
}
