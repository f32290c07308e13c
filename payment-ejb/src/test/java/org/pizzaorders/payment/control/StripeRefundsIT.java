package org.pizzaorders.payment.control;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.payment.control.StripeDouble.error;
import static org.pizzaorders.payment.control.StripeDouble.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pizzaorders.shared.Ids;

/** What the provider may do to us when money goes back, and what we make of it. */
class StripeRefundsIT {

    @RegisterExtension
    static final WireMockExtension STRIPE = StripeDouble.onLoopback();

    private static final String REFUNDS = "/v1/refunds";

    private final RefundRequest refund = new RefundRequest(Ids.next(), Ids.next(), "pi_1", 129_900, 1);

    private PaymentProvider provider;

    @BeforeEach
    void connect() {
        provider = StripeDouble.provider(STRIPE, Duration.ofSeconds(10));
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
        refunded("{'id':'re_1','object':'refund','status':'succeeded','amount':129900}");

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Refunded("re_1"));
    }

    @Test
    void refundOfAnUnknownChargeIsRefused() {
        answer(REFUNDS, error(404, "invalid_request_error", "'code':'resource_missing'"));

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Refused("resource_missing"));
    }

    @Test
    void looksWhatWentBackBeforeGivingBackAgain() {
        refunded("{'id':'re_1','object':'refund','status':'succeeded','amount':129900}");

        assertThat(provider.refund(again())).isEqualTo(new RefundResult.Refunded("re_1"));

        STRIPE.verify(0, postRequestedFor(urlEqualTo(REFUNDS)));
    }

    @Test
    void givesBackAgainUnderAnotherKeyWhatDidNotGo() {
        refunded("{'id':'re_1','object':'refund','status':'failed','amount':129900}");
        answer(REFUNDS, json(200, "{'id':'re_2','object':'refund','status':'succeeded'}"));

        assertThat(provider.refund(again())).isEqualTo(new RefundResult.Refunded("re_2"));

        STRIPE.verify(
                1,
                postRequestedFor(urlEqualTo(REFUNDS)).withHeader("Idempotency-Key", equalTo(refund.refundId() + "-2")));
    }

    private RefundRequest again() {
        return new RefundRequest(refund.refundId(), refund.paymentId(), "pi_1", 129_900, 2);
    }

    private static void refunded(String refund) {
        STRIPE.stubFor(get(urlPathEqualTo(REFUNDS))
                .withQueryParam("payment_intent", equalTo("pi_1"))
                .willReturn(json(200, "{'object':'list','has_more':false,'data':[" + refund + "]}")));
    }

    private static void answer(String path, ResponseDefinitionBuilder answer) {
        STRIPE.stubFor(post(urlEqualTo(path)).willReturn(answer));
    }
}
