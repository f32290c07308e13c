package org.pizzaorders.notification.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.text.WrittenText;

/**
 * The rules for the values of a message by hand: texts, numbers and booleans, each with the type that templates expect.
 * A null counts as a missing value.
 */
final class DataRules {

    private static final int MOST = 50;
    private static final int LONGEST = 4_000;
    private static final int MOST_DIGITS = 18;
    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(999_999_999_999L);
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Set<String> OURS = Set.of("name", "language", "order", "payment", "content", "wording");

    private DataRules() {}

    static List<FieldError> check(Map<String, Object> data) {
        if (data.size() > MOST) {
            return List.of(new FieldError("data", "must hold at most " + MOST + " values"));
        }
        var errors = new ArrayList<FieldError>();
        data.forEach((name, value) -> fault(name, value)
                .ifPresent(fault ->
                        errors.add(new FieldError(NAME.matcher(name).matches() ? "data." + name : "data", fault))));
        return errors;
    }

    private static Optional<String> fault(String name, Object value) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("must have names of letters, digits and underscores, at most 64 of them");
        }
        if (OURS.contains(name)) {
            return Optional.of("must be left out: the message sets it by itself");
        }
        if (value == null) {
            return Optional.empty();
        }
        return switch (name) {
            case "amount" -> unless(isAmount(value), "must be a whole number of minor units from 0 to " + MOST_MONEY);
            case "currency" -> unless(isCurrency(value), "must be a currency by ISO 4217, such as RUB");
            case "method" -> unless(isMethod(value), "must be CARD or CASH");
            case "subject", "text", "reason", "failureReason" ->
                value instanceof String text ? text(text) : Optional.of("must be a text");
            default -> any(value);
        };
    }

    private static Optional<String> any(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Number) {
            return unless(
                    number(value).filter(DataRules::isShort).isPresent(),
                    "must be a number of at most " + MOST_DIGITS + " digits");
        }
        return unless(value instanceof Boolean, "must be a text, a number, true or false");
    }

    /** A blank text counts as missing, which is an error where it is needed. */
    private static Optional<String> text(String text) {
        return text.length() <= LONGEST && text.isBlank() ? Optional.empty() : WrittenText.faultOfLines(text, LONGEST);
    }

    private static boolean isAmount(Object value) {
        return number(value)
                .filter(DataRules::isShort)
                .filter(amount -> amount.signum() >= 0 && amount.compareTo(MOST_MONEY) <= 0)
                .filter(amount -> amount.stripTrailingZeros().scale() <= 0)
                .isPresent();
    }

    private static Optional<BigDecimal> number(Object value) {
        try {
            return value instanceof Number number ? Optional.of(new BigDecimal(number.toString())) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isShort(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }

    private static boolean isCurrency(Object value) {
        return value instanceof String code
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency ->
                                currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0);
    }

    private static boolean isMethod(Object value) {
        return value instanceof String name
                && List.of(PaymentMethod.values()).stream()
                        .anyMatch(method -> method.name().equals(name));
    }

    private static Optional<String> unless(boolean right, String fault) {
        return right ? Optional.empty() : Optional.of(fault);
    }
}
