package org.pizzaorders.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.ConfigProvider;

/** What beans of payments get injected and is no bean itself. */
@ApplicationScoped
class PaymentBeans {

    @Produces
    static PaymentSettings settings() {
        return PaymentSettings.of(ConfigProvider.getConfig());
    }

    @Produces
    @ApplicationScoped
    static PaymentProvider provider(PaymentSettings settings) {
        var provider = settings.provider();
        return provider.key()
                .<PaymentProvider>map(key -> new StripePaymentProvider(provider, key))
                .orElseGet(AbsentPaymentProvider::new);
    }
}
