package org.pizzaorders.payment.control;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.payment.control.ChargeRequest.Step;
import org.pizzaorders.payment.control.ChargeResult.Charged;
import org.pizzaorders.payment.control.ChargeResult.Declined;
import org.pizzaorders.payment.control.ChargeResult.Opened;
import org.pizzaorders.payment.control.ChargeResult.Unclear;
import org.pizzaorders.payment.control.ChargeResult.Withdrawn;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Money;

/** What the provider may do to us, and what we make of it. */
class StripePaymentProviderIT {

    @RegisterExtension
    static final WireMockExtension STRIPE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final UUID PAYMENT = Ids.next();
    private static final UUID ORDER = Ids.next();
    private static final String CHARGES = "/v1/payment_intents";
    private static final String REFUNDS = "/v1/refunds";

    private static final String INTENT = CHARGES + "/pi_1";

    private final ChargeRequest open = request(Step.OPEN, null);
    private final ChargeRequest confirm = request(Step.CONFIRM, "pi_1");
    private final RefundRequest refund = new RefundRequest(Ids.next(), open.paymentId(), "pi_1", 129_900, 1);

    private PaymentProvider provider;

    @BeforeEach
    void connect() {
        provider = provider(Duration.ofSeconds(10));
    }

    private static PaymentProvider provider(Duration readTimeout) {
        return new StripePaymentProvider(
                new PaymentSettings.Provider(STRIPE.baseUrl(), Optional.empty(), Duration.ofSeconds(5), readTimeout),
                "sk_test");
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
    void opensUnderAnotherKeyAfterAnAnswerThatTheProviderWouldRepeat() {
        var later = PAYMENT + "-2";
        STRIPE.stubFor(post(urlEqualTo(CHARGES)).willReturn(error(500, "api_error", "'message':'later'")));
        STRIPE.stubFor(post(urlEqualTo(CHARGES))
                .withHeader("Idempotency-Key", equalTo(later))
                .willReturn(intent("requires_confirmation")));

        assertThat(provider.charge(open)).isEqualTo(new Unclear("http_500"));
        assertThat(provider.charge(request(Step.OPEN, null, 2))).isEqualTo(new Opened("pi_1"));
    }

    @Test
    void chargesWhatIsOpened() {
        answer(INTENT + "/confirm", intent("succeeded"));

        assertThat(provider.charge(confirm)).isEqualTo(new Charged("pi_1"));

        STRIPE.verify(
                1,
                postRequestedFor(urlEqualTo(INTENT + "/confirm"))
                        .withHeader("Idempotency-Key", equalTo(confirm.paymentId() + "-confirm-1"))
                        .withRequestBody(containing("error_on_requires_action=true")));
    }

    @Test
    void tellsWhyACardWasDeclined() {
        answer(
                INTENT + "/confirm",
                error(402, "card_error", "'code':'card_declined','decline_code':'insufficient_funds'"));

        assertThat(provider.charge(confirm)).isEqualTo(new Declined("insufficient_funds"));
    }

    @Test
    void takesAnUnknownTokenForARefusal() {
        answer(CHARGES, error(400, "invalid_request_error", "'code':'resource_missing'"));

        assertThat(provider.charge(open)).isEqualTo(new Declined("resource_missing"));
    }

    @Test
    void asksWhatBecameOfItBeforeChargingAgain() {
        standing(intent("succeeded"));

        assertThat(provider.charge(request(Step.RESUME, "pi_1"))).isEqualTo(new Charged("pi_1"));

        STRIPE.verify(0, postRequestedFor(urlEqualTo(INTENT + "/confirm")));
    }

    @Test
    void chargesWhatNobodyHasCharged() {
        standing(intent("requires_confirmation"));
        answer(INTENT + "/confirm", intent("succeeded"));

        assertThat(provider.charge(request(Step.RESUME, "pi_1"))).isEqualTo(new Charged("pi_1"));
    }

    @Test
    void findsOutWhatADeclineWas() {
        standing(json(
                200,
                "{'id':'pi_1','object':'payment_intent','status':'requires_payment_method',"
                        + "'last_payment_error':{'code':'card_declined','decline_code':'insufficient_funds'}}"));

        assertThat(provider.charge(request(Step.RESUME, "pi_1"))).isEqualTo(new Declined("insufficient_funds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"processing", "requires_action", "requires_capture"})
    void whatIsUnderWayAtTheProviderIsNotSettled(String status) {
        standing(intent(status));

        assertThat(provider.charge(request(Step.RESUME, "pi_1"))).isEqualTo(new Unclear("intent_" + status));
    }

    @Test
    void whoConfirmsTooLateHearsWhatBecameOfIt() {
        answer(INTENT + "/confirm", error(400, "invalid_request_error", "'code':'payment_intent_unexpected_state'"));
        standing(intent("succeeded"));

        assertThat(provider.charge(confirm)).isEqualTo(new Charged("pi_1"));
    }

    @Test
    void withdrawsWhatIsNotCharged() {
        answer(INTENT + "/cancel", intent("canceled"));

        assertThat(provider.charge(request(Step.WITHDRAW, "pi_1"))).isEqualTo(new Withdrawn());
    }

    @Test
    void cannotWithdrawWhatIsCharged() {
        answer(INTENT + "/cancel", error(400, "invalid_request_error", "'code':'payment_intent_unexpected_state'"));
        standing(intent("succeeded"));

        assertThat(provider.charge(request(Step.WITHDRAW, "pi_1"))).isEqualTo(new Charged("pi_1"));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void nothingThatGoesWrongSettlesAnything(Step step) {
        var failures = Map.of(
                "http_503", error(503, "api_error", "'message':'later'"),
                "http_502", aResponse().withStatus(502).withBody("<html>Bad gateway</html>"),
                "rate_limit", error(429, "invalid_request_error", "'code':'rate_limit'"),
                "http_401", error(401, "invalid_request_error", "'message':'Invalid API Key'"),
                "connection_failed", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        failures.forEach((reason, failure) -> {
            STRIPE.resetAll();
            STRIPE.stubFor(any(anyUrl()).willReturn(failure));

            assertThat(provider.charge(request(step, step == Step.OPEN ? null : "pi_1")))
                    .isEqualTo(new Unclear(reason));
        });
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void aProviderThatDoesNotKnowThePaymentWorksAndSettlesNothing(Step step) {
        STRIPE.stubFor(any(anyUrl()).willReturn(error(404, "invalid_request_error", "'code':'resource_missing'")));

        assertThat(provider.charge(request(step, "pi_1"))).isEqualTo(new Unclear("resource_missing"));
        assertThat(StripeFailures.isAnswer("resource_missing")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void silenceSettlesNothing(Step step) {
        STRIPE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withFixedDelay(1000)));
        var impatient = provider(Duration.ofMillis(300));

        assertThat(impatient.charge(request(step, step == Step.OPEN ? null : "pi_1")))
                .isEqualTo(new Unclear("timeout"));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void unreadableAnswerSettlesNothing(Step step) {
        for (var answer :
                List.of(json(200, "{'id':'pi_1','status':"), aResponse().withStatus(200))) {
            STRIPE.resetAll();
            STRIPE.stubFor(any(anyUrl()).willReturn(answer));

            assertThat(provider.charge(request(step, step == Step.OPEN ? null : "pi_1")))
                    .isInstanceOf(Unclear.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void callUnderWayUnderTheSameKeySettlesNothing(Step step) {
        STRIPE.stubFor(any(anyUrl()).willReturn(error(409, "idempotency_error", "'code':'idempotency_key_in_use'")));

        assertThat(provider.charge(request(step, step == Step.OPEN ? null : "pi_1")))
                .isInstanceOf(Unclear.class);
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

    private ChargeRequest request(Step step, String reference) {
        return request(step, reference, 1);
    }

    private ChargeRequest request(Step step, String reference, int attempt) {
        return new ChargeRequest(step, PAYMENT, ORDER, new Money(129_900, "RUB"), "tok_visa", reference, attempt);
    }

    private static void standing(ResponseDefinitionBuilder intent) {
        STRIPE.stubFor(get(urlEqualTo(INTENT)).willReturn(intent));
    }

    private static void refunded(String refund) {
        STRIPE.stubFor(get(urlPathEqualTo(REFUNDS))
                .withQueryParam("payment_intent", equalTo("pi_1"))
                .willReturn(json(200, "{'object':'list','has_more':false,'data':[" + refund + "]}")));
    }

    private static ResponseDefinitionBuilder intent(String status) {
        return json(200, "{'id':'pi_1','object':'payment_intent','status':'" + status + "'}");
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
