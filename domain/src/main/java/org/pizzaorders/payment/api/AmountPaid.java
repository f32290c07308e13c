package org.pizzaorders.payment.api;

import static java.util.Objects.requireNonNull;

/** The rules for the amount and the method in every event of a payment. */
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
