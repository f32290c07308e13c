package org.pizzaorders.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pizzaorders.shared.Money;

class MoneyTextTest {

    private static final Money PRICE = new Money(125_000, "RUB");

    @Test
    void writesRoublesTheRussianWay() {
        assertThat(spaced(Language.RU.money(PRICE))).isEqualTo("1 250,00 ₽");
    }

    @Test
    void writesRoublesTheEnglishWay() {
        assertThat(spaced(Language.EN.money(PRICE))).isEqualTo("RUB 1,250.00");
    }

    @Test
    void knowsThatYenHaveNoFraction() {
        assertThat(spaced(Language.EN.money(new Money(1250, "JPY")))).isEqualTo("¥1,250");
    }

    @Test
    void anAmountStaysOnOneLine() {
        assertThat(Language.RU.money(PRICE)).doesNotContain(" ");
    }

    private static String spaced(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
