package org.pizzaorders.payment.provider.stripe;

import java.util.OptionalLong;
import org.pizzaorders.shared.Currencies;
import org.pizzaorders.shared.Money;

/**
 * Amounts as the provider counts them, which for some currencies is not as ISO 4217 does. What goes back is told by the
 * provider itself, in its own units: only charges are converted.
 */
final class ProviderUnits {

    private ProviderUnits() {}

    /** Empty for what the provider cannot charge: no call would change that. */
    static OptionalLong of(Money money) {
        return Currencies.find(money.currency())
                .map(currency -> currency.toProvider(money.amount()))
                .orElseGet(OptionalLong::empty);
    }
}
