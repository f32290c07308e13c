package org.pizzaorders.payment.provider.stripe;

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
import static org.pizzaorders.payment.provider.stripe.StripeDouble.error;
import static org.pizzaorders.payment.provider.stripe.StripeDouble.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeRequest.Step;
import org.pizzaorders.payment.provider.ChargeResult.Charged;
import org.pizzaorders.payment.provider.ChargeResult.Declined;
import org.pizzaorders.payment.provider.ChargeResult.KeySpent;
import org.pizzaorders.payment.provider.ChargeResult.Opened;
import org.pizzaorders.payment.provider.ChargeResult.Unclear;
import org.pizzaorders.payment.provider.ChargeResult.Unknown;
import org.pizzaorders.payment.provider.ChargeResult.Withdrawn;
import org.pizzaorders.payment.provider.PaymentProvider;
import org.pizzaorders.payment.provider.ProviderReasons;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Money;

/** What the provider may do to us when it is to charge, and what we make of it. */
class StripePaymentProviderIT {

    @RegisterExtension
    static final WireMockExtension STRIPE = StripeDouble.onLoopback();

    private static final UUID PAYMENT = Ids.next();
    private static final UUID ORDER = Ids.next();
    private static final Instant SINCE = Instant.parse("2026-11-22T12:00:00Z");
    private static final String CHARGES = "/v1/payment_intents";
    private static final String INTENT = CHARGES + "/pi_1";

    private final ChargeRequest open = request(Step.OPEN, null);
    private final ChargeRequest confirm = request(Step.CONFIRM, "pi_1");

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

    private ChargeRequest of(Money total) {
        var like = request(Step.OPEN, null);
        return new ChargeRequest(
                like.step(),
                like.paymentId(),
                like.orderId(),
                total,
                like.token(),
                like.reference(),
                like.attempt(),
                like.opening(),
                like.since());
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
    void chargesAnOpenedPayment() {
        answer(INTENT + "/confirm", intent("succeeded"));

        assertThat(provider.charge(confirm)).isEqualTo(new Charged("pi_1"));

        STRIPE.verify(
                1,
                postRequestedFor(urlEqualTo(INTENT + "/confirm"))
                        .withHeader("Idempotency-Key", equalTo(confirm.paymentId() + "-confirm-1"))
                        .withRequestBody(containing("error_on_requires_action=true")));
    }

    @Test
    void saysWhyACardWasDeclined() {
        answer(
                INTENT + "/confirm",
                error(402, "card_error", "'code':'card_declined','decline_code':'insufficient_funds'"));

        assertThat(provider.charge(confirm)).isEqualTo(new Declined("insufficient_funds"));
    }

    @Test
    void treatsAnUnknownTokenAsARefusal() {
        answer(CHARGES, error(400, "invalid_request_error", "'code':'resource_missing'"));

        assertThat(provider.charge(open)).isEqualTo(new Declined("resource_missing"));
    }

    @Test
    void asksAboutTheFirstChargeBeforeItChargesAgain() {
        standing(intent("succeeded"));

        assertThat(provider.charge(request(Step.RESUME, "pi_1"))).isEqualTo(new Charged("pi_1"));

        STRIPE.verify(0, postRequestedFor(urlEqualTo(INTENT + "/confirm")));
    }

    @Test
    void chargesAPaymentThatWasNotCharged() {
        standing(intent("requires_confirmation"));
        answer(INTENT + "/confirm", intent("succeeded"));

        assertThat(provider.charge(request(Step.RESUME, "pi_1"))).isEqualTo(new Charged("pi_1"));
    }

    @Test
    void findsTheReasonOfADecline() {
        standing(json(
                200,
                "{'id':'pi_1','object':'payment_intent','status':'requires_payment_method',"
                        + "'last_payment_error':{'code':'card_declined','decline_code':'insufficient_funds'}}"));

        assertThat(provider.charge(request(Step.RESUME, "pi_1"))).isEqualTo(new Declined("insufficient_funds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"processing", "requires_action", "requires_capture"})
    void aPaymentInProgressAtTheProviderIsNotSettled(String status) {
        standing(intent(status));

        assertThat(provider.charge(request(Step.RESUME, "pi_1"))).isEqualTo(new Unclear("intent_" + status));
    }

    @Test
    void aLateConfirmationGetsTheOutcome() {
        answer(INTENT + "/confirm", error(400, "invalid_request_error", "'code':'payment_intent_unexpected_state'"));
        standing(intent("succeeded"));

        assertThat(provider.charge(confirm)).isEqualTo(new Charged("pi_1"));
    }

    @Test
    void withdrawsAPaymentThatIsNotCharged() {
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
    void readsHowLongTheProviderAsksToWait(Step step) {
        var answers = Map.of(
                error(429, "invalid_request_error", "'code':'rate_limit'").withHeader("Retry-After", "120"),
                Duration.ofMinutes(2),
                aResponse().withStatus(503).withHeader("Retry-After", "7"),
                Duration.ofSeconds(7),
                aResponse()
                        .withStatus(429)
                        .withHeader("Date", "Sat, 28 Nov 2026 12:00:00 GMT")
                        .withHeader("Retry-After", "Sat, 28 Nov 2026 12:01:00 GMT"),
                Duration.ofMinutes(1),
                aResponse().withStatus(503).withHeader("Retry-After", "864000"),
                Duration.ofHours(1),
                aResponse().withStatus(429).withHeader("Retry-After", "soon"),
                Duration.ZERO);

        answers.forEach((answer, pause) -> {
            STRIPE.resetAll();
            STRIPE.stubFor(any(anyUrl()).willReturn(answer));

            assertThat(provider.charge(request(step, step == Step.OPEN ? null : "pi_1")))
                    .isInstanceOfSatisfying(
                            Unclear.class,
                            unclear -> assertThat(unclear.pause()).isEqualTo(pause));
        });
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
    void anUnknownPaymentSettlesNothingAndCountsAsAWorkingProvider(Step step) {
        STRIPE.stubFor(any(anyUrl()).willReturn(error(404, "invalid_request_error", "'code':'resource_missing'")));

        assertThat(provider.charge(request(step, "pi_1"))).isEqualTo(new Unknown("resource_missing"));
        assertThat(ProviderReasons.isAnswer("resource_missing")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void silenceSettlesNothing(Step step) {
        STRIPE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withFixedDelay(1000)));
        var impatient = StripeDouble.provider(STRIPE, Duration.ofMillis(300));

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
    void aCallInProgressUnderTheSameKeySettlesNothing(Step step) {
        STRIPE.stubFor(any(anyUrl()).willReturn(error(409, "idempotency_error", "'code':'idempotency_key_in_use'")));

        assertThat(provider.charge(request(step, step == Step.OPEN ? null : "pi_1")))
                .isInstanceOf(Unclear.class);
    }

    private ChargeRequest request(Step step, String reference) {
        return request(step, reference, 1, 1);
    }

    private ChargeRequest request(Step step, String reference, int attempt, int opening) {
        return new ChargeRequest(
                step, PAYMENT, ORDER, new Money(129_900, "RUB"), "tok_visa", reference, attempt, opening, SINCE);
    }

    private static void standing(ResponseDefinitionBuilder intent) {
        STRIPE.stubFor(get(urlEqualTo(INTENT)).willReturn(intent));
    }

    private static ResponseDefinitionBuilder intent(String status) {
        return json(200, "{'id':'pi_1','object':'payment_intent','status':'" + status + "'}");
    }

    private static void answer(String path, ResponseDefinitionBuilder answer) {
        STRIPE.stubFor(post(urlEqualTo(path)).willReturn(answer));
    }
}
