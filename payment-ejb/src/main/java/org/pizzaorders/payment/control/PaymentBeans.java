package org.pizzaorders.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pizzaorders.payment.provider.AbsentPaymentProvider;
import org.pizzaorders.payment.provider.PaymentProvider;
import org.pizzaorders.payment.provider.stripe.StripePaymentProvider;

/** Produces injectable objects that are not beans themselves. */
@ApplicationScoped
class PaymentBeans {

    @Produces
    static PaymentSettings settings() {
        return PaymentSettings.of(ConfigProvider.getConfig());
    }

    /** Has no normal scope, so it is made at start and not by the first call. */
    @Produces
    @Singleton
    static PaymentProvider provider(PaymentSettings settings, Clock clock) {
        var provider = settings.provider();
        return provider.key()
                .<PaymentProvider>map(key -> new StripePaymentProvider(provider, key, clock))
                .orElseGet(AbsentPaymentProvider::new);
    }
}
