package org.pizzaorders.payment.provider.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.payment.provider.stripe.ChargeRequests.PAYMENT;
import static org.pizzaorders.payment.provider.stripe.ChargeRequests.of;
import static org.pizzaorders.payment.provider.stripe.ChargeRequests.request;
import static org.pizzaorders.payment.provider.stripe.StripeDouble.error;
import static org.pizzaorders.payment.provider.stripe.StripeDouble.intent;
import static org.pizzaorders.payment.provider.stripe.StripeDouble.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeRequest.Step;
import org.pizzaorders.payment.provider.ChargeResult.Declined;
import org.pizzaorders.payment.provider.ChargeResult.KeySpent;
import org.pizzaorders.payment.provider.ChargeResult.Opened;
import org.pizzaorders.payment.provider.ChargeResult.Unclear;
import org.pizzaorders.payment.provider.PaymentProvider;
import org.pizzaorders.shared.Money;

/** What the provider may do to us when it is to open a payment, and what we make of it. */
class StripeOpeningIT {

    @RegisterExtension
    static final WireMockExtension STRIPE = StripeDouble.onLoopback();

    private static final String CHARGES = "/v1/payment_intents";

    private final ChargeRequest open = request(Step.OPEN, null);

    private PaymentProvider provider;

    @BeforeEach
    void connect() {
        provider = StripeDouble.provider(STRIPE, Duration.ofSeconds(10));
    }

    @Test
    void opensUnderThePaymentsIdWithoutCharging() {
        answer(CHARGES, intent("requires_confirmation"));

        assertThat(provider.charge(open)).isEqualTo(new Opened("pi_1"));

        STRIPE.verify(
                1,
                postRequestedFor(urlEqualTo(CHARGES))
                        .withHeader("Idempotency-Key", equalTo(open.paymentId().toString()))
                        .withHeader("Authorization", equalTo("Bearer sk_test"))
                        .withRequestBody(containing("amount=129900"))
                        .withRequestBody(containing("currency=rub"))
                        .withRequestBody(notContaining("confirm"))
                        .withRequestBody(containing("payment_method_data[card][token]=tok_visa"))
                        .withRequestBody(containing("metadata[payment_id]=" + open.paymentId()))
                        .withRequestBody(containing("metadata[order_id]=" + open.orderId())));
    }

    @Test
    void sendsAmountsInTheProvidersUnitsAndRejectsImpossibleOnes() {
        answer(CHARGES, intent("requires_confirmation"));

        assertThat(provider.charge(of(new Money(2_490, "ISK")))).isEqualTo(new Opened("pi_1"));
        assertThat(provider.charge(of(new Money(59_900, "DEM")))).isEqualTo(new Declined("amount_not_chargeable"));
        assertThat(provider.charge(of(new Money(4_255, "KWD")))).isEqualTo(new Declined("amount_not_chargeable"));

        STRIPE.verify(
                1,
                postRequestedFor(urlEqualTo(CHARGES))
                        .withRequestBody(containing("amount=249000"))
                        .withRequestBody(containing("currency=isk")));
    }

    @Test
    void opensUnderTheSameKeyUntilTheProviderOnlyRepeatsAFailure() {
        answer(CHARGES, error(500, "api_error", "'message':'later'"));

        assertThat(provider.charge(open)).isEqualTo(new Unclear("http_500"));
        assertThat(provider.charge(request(Step.OPEN, null, 2, 1))).isEqualTo(new Unclear("http_500"));
        answer(CHARGES, error(500, "api_error", "'message':'later'").withHeader("Idempotent-Replayed", "true"));
        assertThat(provider.charge(request(Step.OPEN, null, 3, 1))).isEqualTo(new KeySpent("http_500"));

        STRIPE.verify(
                3, postRequestedFor(urlEqualTo(CHARGES)).withHeader("Idempotency-Key", equalTo(PAYMENT.toString())));
    }

    @Test
    void aKeyOfAnotherRequestIsNotUsedAgain() {
        answer(CHARGES, error(400, "idempotency_error", "'message':'other parameters'"));

        assertThat(provider.charge(open)).isInstanceOf(KeySpent.class);
    }

    @Test
    void tokenThatThisVeryPaymentHasUsedUpLeadsToWhatItOpened() {
        answer(CHARGES, error(400, "invalid_request_error", "'code':'token_already_used'"));
        STRIPE.stubFor(get(urlPathEqualTo(CHARGES))
                .willReturn(json(
                        200,
                        ("{'object':'list','has_more':false,'data':["
                                + "{'id':'pi_8','object':'payment_intent','status':'requires_confirmation',"
                                + "'metadata':{'payment_id':'another'}},"
                                + "{'id':'pi_9','object':'payment_intent','status':'requires_confirmation',"
                                + "'metadata':{'payment_id':'" + PAYMENT + "'}}]}"))));

        assertThat(provider.charge(request(Step.OPEN, null, 2, 2))).isEqualTo(new Opened("pi_9"));
    }

    @Test
    void tokenThatSomebodyElseHasUsedUpIsDeclined() {
        answer(CHARGES, error(400, "invalid_request_error", "'code':'token_already_used'"));
        STRIPE.stubFor(
                get(urlPathEqualTo(CHARGES)).willReturn(json(200, "{'object':'list','has_more':false,'data':[]}")));

        assertThat(provider.charge(open)).isEqualTo(new Declined("token_already_used"));
        assertThat(provider.charge(request(Step.OPEN, null, 2, 2))).isEqualTo(new Declined("token_already_used"));
    }

    @Test
    void treatsAnUnknownTokenAsARefusal() {
        answer(CHARGES, error(400, "invalid_request_error", "'code':'resource_missing'"));

        assertThat(provider.charge(open)).isEqualTo(new Declined("resource_missing"));
    }

    private static void answer(String path, ResponseDefinitionBuilder answer) {
        STRIPE.stubFor(post(urlEqualTo(path)).willReturn(answer));
    }
}
