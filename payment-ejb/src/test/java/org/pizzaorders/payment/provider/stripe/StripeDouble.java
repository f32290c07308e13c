package org.pizzaorders.payment.provider.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.pizzaorders.payment.provider.PaymentProvider;
import org.pizzaorders.payment.provider.ProviderSettings;

/** Stands for Stripe: a server that answers what a test says, and the client that is to live with it. */
final class StripeDouble {

    private StripeDouble() {}

    static WireMockExtension onLoopback() {
        return WireMockExtension.newInstance()
                .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
                .build();
    }

    static PaymentProvider provider(WireMockExtension stripe, Duration readTimeout) {
        return new StripePaymentProvider(
                new ProviderSettings(stripe.baseUrl(), Optional.empty(), Duration.ofSeconds(5), readTimeout),
                "sk_test",
                Clock.systemUTC());
    }

    /** @param fields in JSON with single quotes */
    static ResponseDefinitionBuilder error(int status, String type, String fields) {
        return json(status, "{'error':{'type':'" + type + "'," + fields + "}}");
    }

    /** @param body with single quotes for double ones */
    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.replace('\'', '"'));
    }

    static ResponseDefinitionBuilder intent(String status) {
        return json(200, "{'id':'pi_1','object':'payment_intent','status':'" + status + "'}");
    }
}
