package org.pizzaorders.payment.api;

import static java.util.Objects.requireNonNull;

/** What every event of a payment says of its amount, and how it is paid. */
final class AmountPaid {

    private AmountPaid() {}

    static void check(long amount, String currency, PaymentMethod method) {
        requireNonNull(currency, "currency");
        requireNonNull(method, "method");
        if (amount < 0) {
            throw new IllegalArgumentException("An amount is not negative");
        }
    }
}
