package org.pizzaorders.payment.provider.stripe;

import java.util.OptionalLong;
import org.pizzaorders.shared.Currencies;
import org.pizzaorders.shared.Money;

/**
 * Amounts in the provider's units, which differ from ISO 4217 for some currencies. Only charges are converted: for
 * refunds the provider itself gives the amount in its units.
 */
final class ProviderUnits {

    private ProviderUnits() {}

    /** Empty if the provider can never charge this amount. */
    static OptionalLong of(Money money) {
        return Currencies.find(money.currency())
                .map(currency -> currency.toProvider(money.amount()))
                .orElseGet(OptionalLong::empty);
    }
}
