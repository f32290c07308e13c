package org.pizzaorders.payment.provider.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.payment.provider.ChargeRequest;
import org.pizzaorders.payment.provider.ChargeRequest.Step;
import org.pizzaorders.payment.provider.ChargeResult.Charged;
import org.pizzaorders.payment.provider.ChargeResult.Declined;
import org.pizzaorders.payment.provider.ChargeResult.Unclear;
import org.pizzaorders.payment.provider.ChargeResult.Withdrawn;
import org.pizzaorders.payment.provider.PaymentProvider;

/** What the provider may do to us when it is to charge or withdraw what is opened, and what we make of it. */
class StripeChargingIT {

    @RegisterExtension
    static final WireMockExtension STRIPE = StripeDouble.onLoopback();

    private static final String INTENT = "/v1/payment_intents/pi_1";

    private final ChargeRequest confirm = request(Step.CONFIRM, "pi_1");

    private PaymentProvider provider;

    @BeforeEach
    void connect() {
        provider = StripeDouble.provider(STRIPE, Duration.ofSeconds(10));
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

    private static void standing(ResponseDefinitionBuilder intent) {
        STRIPE.stubFor(get(urlEqualTo(INTENT)).willReturn(intent));
    }

    private static void answer(String path, ResponseDefinitionBuilder answer) {
        STRIPE.stubFor(post(urlEqualTo(path)).willReturn(answer));
    }
}
