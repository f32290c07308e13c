package org.pizzaorders.payment.control;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pizzaorders.payment.control.ChargeResult.Charged;
import org.pizzaorders.payment.control.ChargeResult.Declined;
import org.pizzaorders.payment.control.ChargeResult.Unclear;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Money;

/** What the provider may do to us, and what we make of it. */
class StripePaymentProviderIT {

    @RegisterExtension
    static final WireMockExtension STRIPE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String CHARGES = "/v1/payment_intents";
    private static final String REFUNDS = "/v1/refunds";

    private final ChargeRequest charge =
            new ChargeRequest(Ids.next(), Ids.next(), new Money(129_900, "RUB"), "tok_visa");
    private final RefundRequest refund = new RefundRequest(Ids.next(), charge.paymentId(), "pi_1", 129_900);

    private PaymentProvider provider;

    @BeforeEach
    void connect() {
        provider = new StripePaymentProvider(
                new PaymentSettings.Provider(
                        STRIPE.baseUrl(), Optional.empty(), Duration.ofSeconds(2), Duration.ofSeconds(2)),
                "sk_test");
    }

    @Test
    void chargesOnceUnderThePaymentsId() {
        answer(CHARGES, json(200, "{'id':'pi_1','object':'payment_intent','status':'succeeded'}"));

        assertThat(provider.charge(charge)).isEqualTo(new Charged("pi_1"));

        STRIPE.verify(
                1,
                postRequestedFor(urlEqualTo(CHARGES))
                        .withHeader(
                                "Idempotency-Key", equalTo(charge.paymentId().toString()))
                        .withHeader("Authorization", equalTo("Bearer sk_test"))
                        .withRequestBody(containing("amount=129900"))
                        .withRequestBody(containing("currency=rub"))
                        .withRequestBody(containing("confirm=true"))
                        .withRequestBody(containing("payment_method_data[card][token]=tok_visa"))
                        .withRequestBody(containing("metadata[payment_id]=" + charge.paymentId()))
                        .withRequestBody(containing("metadata[order_id]=" + charge.orderId())));
    }

    @Test
    void tellsWhyACardWasDeclined() {
        answer(CHARGES, error(402, "card_error", "'code':'card_declined','decline_code':'insufficient_funds'"));

        assertThat(provider.charge(charge)).isEqualTo(new Declined("insufficient_funds"));
    }

    @Test
    void takesAnUnknownTokenForARefusal() {
        answer(CHARGES, error(400, "invalid_request_error", "'code':'resource_missing'"));

        assertThat(provider.charge(charge)).isEqualTo(new Declined("resource_missing"));
    }

    @Test
    void failureThatTheProviderOwnsUpToChargedNothing() {
        answer(CHARGES, error(503, "api_error", "'message':'later'"));

        assertThat(provider.charge(charge)).isEqualTo(new Unclear("http_503", false));
        STRIPE.verify(1, postRequestedFor(urlEqualTo(CHARGES)));
    }

    @Test
    void failureOfWhateverStandsBetweenMayHaveCharged() {
        answer(CHARGES, aResponse().withStatus(502).withBody("<html>Bad gateway</html>"));

        assertThat(provider.charge(charge)).isEqualTo(new Unclear("http_502", true));
    }

    @Test
    void tooManyRequestsChargedNothing() {
        answer(CHARGES, error(429, "invalid_request_error", "'code':'rate_limit'"));

        assertThat(provider.charge(charge)).isEqualTo(new Unclear("rate_limit", false));
    }

    @Test
    void wrongKeyChargedNothing() {
        answer(CHARGES, error(401, "invalid_request_error", "'message':'Invalid API Key'"));

        assertThat(provider.charge(charge)).isEqualTo(new Unclear("http_401", false));
    }

    @Test
    void callUnderWayUnderTheSameKeyMayHaveCharged() {
        answer(CHARGES, error(409, "idempotency_error", "'code':'idempotency_key_in_use'"));

        assertThat(provider.charge(charge))
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.mayHaveCharged()).isTrue());
    }

    @Test
    void silenceMayHaveCharged() {
        answer(CHARGES, aResponse().withStatus(200).withFixedDelay(4000));

        assertThat(provider.charge(charge)).isEqualTo(new Unclear("timeout", true));
    }

    @Test
    void brokenConnectionMayHaveCharged() {
        answer(CHARGES, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(provider.charge(charge)).isEqualTo(new Unclear("connection_failed", true));
    }

    @Test
    void unreadableAnswerMayHaveCharged() {
        answer(CHARGES, json(200, "{'id':'pi_1','status':"));

        assertThat(provider.charge(charge))
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.mayHaveCharged()).isTrue());
    }

    @Test
    void emptyAnswerMayHaveCharged() {
        answer(CHARGES, aResponse().withStatus(200));

        assertThat(provider.charge(charge))
                .isInstanceOfSatisfying(
                        Unclear.class,
                        unclear -> assertThat(unclear.mayHaveCharged()).isTrue());
    }

    @Test
    void refundsUnderTheRefundsId() {
        answer(REFUNDS, json(200, "{'id':'re_1','object':'refund','status':'succeeded'}"));

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Refunded("re_1"));

        STRIPE.verify(
                1,
                postRequestedFor(urlEqualTo(REFUNDS))
                        .withHeader("Idempotency-Key", equalTo(refund.refundId().toString()))
                        .withRequestBody(containing("payment_intent=pi_1"))
                        .withRequestBody(containing("amount=129900")));
    }

    @Test
    void asksAgainAboutARefundThatTheProviderCouldNotMake() {
        answer(REFUNDS, error(500, "api_error", "'message':'later'"));

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Unclear("http_500"));
    }

    @Test
    void whatWentBackAlreadyIsRefunded() {
        answer(REFUNDS, error(400, "invalid_request_error", "'code':'charge_already_refunded'"));

        assertThat(provider.refund(refund)).isInstanceOf(RefundResult.Refunded.class);
    }

    @Test
    void refundOfAnUnknownChargeIsRefused() {
        answer(REFUNDS, error(404, "invalid_request_error", "'code':'resource_missing'"));

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Refused("resource_missing"));
    }

    private static void answer(String path, ResponseDefinitionBuilder answer) {
        STRIPE.stubFor(post(urlEqualTo(path)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, String type, String fields) {
        return json(status, "{'error':{'type':'" + type + "'," + fields + "}}");
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.replace('\'', '"'));
    }
}
