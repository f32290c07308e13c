package org.pizzaorders.notification.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.pizzaorders.shared.Currencies;
import org.pizzaorders.shared.Money;

/** Formats money for a language. Spaces are no-break spaces: {@code 1 250,00 ₽}, {@code RUB 1,250.00}. */
final class MoneyText {

    /** Some JDK versions write the currency code directly before the digits. */
    private static final Pattern CODE_BEFORE_AMOUNT = Pattern.compile("(?<=\\p{L})(?=\\d)");

    private MoneyText() {}

    static String of(Money money, Locale locale) {
        var currency = Currency.getInstance(money.currency());
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        var decimals = Currencies.decimals(money.currency());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        var text = format.format(BigDecimal.valueOf(money.amount(), decimals));
        return CODE_BEFORE_AMOUNT.matcher(text).replaceFirst("\u00a0");
    }
}
