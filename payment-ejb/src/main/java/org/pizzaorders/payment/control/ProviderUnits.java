package org.pizzaorders.payment.control;

import org.pizzaorders.shared.Currencies;
import org.pizzaorders.shared.Money;

/** Amounts as the provider counts them, which for some currencies is not as ISO 4217 does. The only place that knows. */
final class ProviderUnits {

    private ProviderUnits() {}

    /** @throws RuntimeException if the provider cannot charge, or cannot write, that */
    static long of(Money money) {
        return Currencies.of(money.currency()).toProvider(money.amount());
    }

    /** What the provider tells of money of that currency, in minor units of ISO 4217. */
    static Money money(long providerAmount, String currency) {
        return new Money(Currencies.of(currency).fromProvider(providerAmount), currency);
    }
}
