package org.pizzaorders.payment.provider.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.payment.provider.stripe.StripeDouble.error;
import static org.pizzaorders.payment.provider.stripe.StripeDouble.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.payment.provider.PaymentProvider;
import org.pizzaorders.payment.provider.RefundRequest;
import org.pizzaorders.payment.provider.RefundResult;
import org.pizzaorders.shared.Ids;

/** What the provider may do to us when money goes back, and what we make of it. */
class StripeRefundsIT {

    @RegisterExtension
    static final WireMockExtension STRIPE = StripeDouble.onLoopback();

    private static final String REFUNDS = "/v1/refunds";

    private static final String GONE = "{'id':'re_1','object':'refund','status':'succeeded','amount':129900}";

    private final RefundRequest refund = new RefundRequest(Ids.next(), Ids.next(), "pi_1", 1, Optional.empty(), false);

    private PaymentProvider provider;

    @BeforeEach
    void connect() {
        provider = StripeDouble.provider(STRIPE, Duration.ofSeconds(10));
        STRIPE.stubFor(get(urlEqualTo("/v1/payment_intents/pi_1"))
                .willReturn(json(
                        200, "{'id':'pi_1','object':'payment_intent','status':'succeeded','amount_received':129900}")));
        listed("");
    }

    @Test
    void refundsUnderTheRefundsId() {
        answer(json(200, GONE));

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
        answer(error(500, "api_error", "'message':'later'"));

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Unclear("http_500"));
    }

    @Test
    void anExistingRefundCountsAsRefunded() {
        listed(GONE);

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Refunded("re_1"));

        STRIPE.verify(0, postRequestedFor(urlEqualTo(REFUNDS)));
    }

    @Test
    void refundOfAnUnknownChargeIsRefused() {
        STRIPE.stubFor(get(urlEqualTo("/v1/payment_intents/pi_1"))
                .willReturn(error(404, "invalid_request_error", "'code':'resource_missing'")));

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Refused("resource_missing"));
    }

    @Test
    void onlyTheRestIsRefunded() {
        listed("{'id':'re_7','object':'refund','status':'succeeded','amount':29900},"
                + "{'id':'re_8','object':'refund','status':'failed','amount':100000}");
        answer(json(200, "{'id':'re_9','object':'refund','status':'succeeded','amount':100000}"));

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Refunded("re_9"));

        STRIPE.verify(1, postRequestedFor(urlEqualTo(REFUNDS)).withRequestBody(containing("amount=100000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "requires_action"})
    void aPendingRefundIsNotComplete(String status) {
        answer(json(200, "{'id':'re_1','object':'refund','status':'" + status + "','amount':129900}"));

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Pending("re_1"));

        listed("{'id':'re_1','object':'refund','status':'" + status + "','amount':129900}");
        assertThat(provider.refund(again())).isEqualTo(new RefundResult.Pending("re_1"));
        listed(GONE);
        assertThat(provider.refund(again())).isEqualTo(new RefundResult.Refunded("re_1"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailedRefundIsReportedBeforeItIsRequestedAgain(boolean watched) {
        listed("{'id':'re_1','object':'refund','status':'failed','amount':129900,"
                + "'failure_reason':'expired_or_canceled_card'}");

        assertThat(provider.refund(new RefundRequest(
                        refund.refundId(), refund.paymentId(), "pi_1", 2, Optional.of("re_1"), watched)))
                .isEqualTo(new RefundResult.Failed("refund_failed: expired_or_canceled_card"));

        STRIPE.verify(0, postRequestedFor(urlEqualTo(REFUNDS)));
    }

    @Test
    void retriesAFailedRefundUnderAnotherKey() {
        listed("{'id':'re_1','object':'refund','status':'failed','amount':129900}");
        answer(json(200, "{'id':'re_2','object':'refund','status':'succeeded','amount':129900}"));

        assertThat(provider.refund(
                        new RefundRequest(refund.refundId(), refund.paymentId(), "pi_1", 2, Optional.empty(), false)))
                .isEqualTo(new RefundResult.Refunded("re_2"));

        STRIPE.verify(
                1,
                postRequestedFor(urlEqualTo(REFUNDS)).withHeader("Idempotency-Key", equalTo(refund.refundId() + "-2")));
    }

    private RefundRequest again() {
        return new RefundRequest(refund.refundId(), refund.paymentId(), "pi_1", 2, Optional.of("re_1"), false);
    }

    private static void listed(String refunds) {
        STRIPE.stubFor(get(urlPathEqualTo(REFUNDS))
                .withQueryParam("payment_intent", equalTo("pi_1"))
                .willReturn(json(200, "{'object':'list','has_more':false,'data':[" + refunds + "]}")));
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        STRIPE.stubFor(post(urlEqualTo(REFUNDS)).willReturn(answer));
    }
}
