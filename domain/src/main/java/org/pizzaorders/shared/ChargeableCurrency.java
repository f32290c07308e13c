package org.pizzaorders.shared;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A currency that the payment provider can charge, with its limits. Amounts are in the minor units of ISO 4217, as
 * everywhere in this system, except those named after the provider.
 *
 * @param code ISO 4217, upper case
 * @param decimals decimals of a major unit, by ISO 4217
 * @param providerDecimals decimals of a major unit in the provider's API
 * @param step amounts must be multiples of it
 * @param least for one charge
 * @param most for one charge
 */
public record ChargeableCurrency(String code, int decimals, int providerDecimals, long step, long least, long most) {

    public ChargeableCurrency {
        requireNonNull(code, "code");
    }

    /**
     * What is wrong with charging this amount at once, as words that follow the name of a field; empty if nothing is
     * wrong.
     */
    public Optional<String> faultOfCharge(long amount) {
        if (amount < least || amount > most) {
            return Optional.of(
                    "must be " + least + " to " + most + " in minor units: the limits of one charge in " + code);
        }
        return faultOfStep(amount);
    }

    /** Like {@link #faultOfCharge}, for an amount that is a part of a charge or paid in cash. */
    public Optional<String> faultOfPart(long amount) {
        if (amount < 1 || amount > most) {
            return Optional.of("must be 1 to " + most + " in minor units of " + code);
        }
        return faultOfStep(amount);
    }

    private Optional<String> faultOfStep(long amount) {
        return amount % step == 0
                ? Optional.empty()
                : Optional.of("must be a multiple of " + step
                        + ": the payment provider does not support smaller parts of " + code);
    }

    /** The amount in the provider's units; empty if it cannot be converted without rounding. */
    public OptionalLong toProvider(long amount) {
        if (amount < 1 || amount > most || amount % step != 0) {
            return OptionalLong.empty();
        }
        var exact = BigDecimal.valueOf(amount, decimals).movePointRight(providerDecimals);
        return OptionalLong.of(exact.longValueExact());
    }
}
