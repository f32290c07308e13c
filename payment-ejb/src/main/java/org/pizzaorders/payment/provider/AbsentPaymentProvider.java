package org.pizzaorders.payment.provider;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Used as long as no key for the provider is configured: the application runs, but nothing can be charged. */
public final class AbsentPaymentProvider implements PaymentProvider {

    private static final Logger LOG = System.getLogger(AbsentPaymentProvider.class.getName());
    static final String REASON = "provider_not_configured";

    public AbsentPaymentProvider() {
        LOG.log(Level.WARNING, "No card can be charged: set pizza.payment.provider.key to the provider''s secret key");
    }

    @Override
    public ChargeResult charge(ChargeRequest request) {
        return new ChargeResult.Unclear(REASON);
    }

    @Override
    public RefundResult refund(RefundRequest request) {
        return new RefundResult.Unclear(REASON);
    }
}
