package org.pizzaorders.shared;

import static java.util.Objects.requireNonNull;

/**
 * An amount in minor units (kopecks, cents) of one currency. Integers, because prices are added and compared, and
 * binary fractions would be inexact.
 *
 * @param amount in minor units
 * @param currency ISO 4217 code, upper case
 */
public record Money(long amount, String currency) {

    public Money {
        requireNonNull(currency, "currency");
    }
}
