package org.pizzaorders.payment.provider.stripe;

import com.stripe.StripeClient;
import com.stripe.model.PaymentIntent;
import com.stripe.net.ApiResource;
import java.time.Clock;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeResult;
import org.pizzaorders.payment.provider.PaymentProvider;
import org.pizzaorders.payment.provider.ProviderSettings;
import org.pizzaorders.payment.provider.RefundRequest;
import org.pizzaorders.payment.provider.RefundResult;

/**
 * Charges and refunds by Stripe, or by a compatible API at another URL. The client's own retries are off, because the
 * worker decides when to retry.
 */
public final class StripePaymentProvider implements PaymentProvider {

    private final StripeCharges charges;
    private final StripeRefunds refunds;

    public StripePaymentProvider(ProviderSettings settings, String key, Clock clock) {
        var stripe = StripeClient.builder()
                .setApiKey(key)
                .setApiBase(settings.url())
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()))
                .setMaxNetworkRetries(0)
                .setHttpClient(new StripeConnections(clock))
                .build();
        charges = new StripeCharges(stripe.v1().paymentIntents());
        refunds = new StripeRefunds(stripe.v1().paymentIntents(), stripe.v1().refunds());
        prepare();
    }

    /**
     * The SDK initialises its JSON readers and writers at first use, which takes almost a second. Do it now, so that no
     * customer waits for it.
     */
    private static void prepare() {
        StripeCharges.prepare();
        ApiResource.GSON.fromJson("{\"object\":\"payment_intent\"}", PaymentIntent.class);
    }

    @Override
    public ChargeResult charge(ChargeRequest request) {
        return charges.take(request);
    }

    @Override
    public RefundResult refund(RefundRequest request) {
        return refunds.refund(request);
    }
}
