package org.pizzaorders.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pizzaorders.payment.provider.AbsentPaymentProvider;
import org.pizzaorders.payment.provider.PaymentProvider;
import org.pizzaorders.payment.provider.stripe.StripePaymentProvider;

/** What beans of payments get injected and is no bean itself. */
@ApplicationScoped
class PaymentBeans {

    @Produces
    static PaymentSettings settings() {
        return PaymentSettings.of(ConfigProvider.getConfig());
    }

    /** Made where it is injected, at start: no proxy that waits for the first call. */
    @Produces
    @Singleton
    static PaymentProvider provider(PaymentSettings settings) {
        var provider = settings.provider();
        return provider.key()
                .<PaymentProvider>map(key -> new StripePaymentProvider(provider, key))
                .orElseGet(AbsentPaymentProvider::new);
    }
}
