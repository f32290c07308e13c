package org.pizzaorders.notification.control;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.pizzaorders.shared.Money;

/** Money as people of a language write it. Spaces do not break: {@code 1 250,00 ₽}, {@code RUB 1,250.00}. */
final class MoneyText {

    private MoneyText() {}

    static String of(Money money, Locale locale) {
        var currency = Currency.getInstance(money.currency());
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(money.amount(), currency.getDefaultFractionDigits()));
    }
}
