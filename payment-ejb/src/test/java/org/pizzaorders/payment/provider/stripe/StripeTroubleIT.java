package org.pizzaorders.payment.provider.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.payment.provider.stripe.ChargeRequests.request;
import static org.pizzaorders.payment.provider.stripe.StripeDouble.error;
import static org.pizzaorders.payment.provider.stripe.StripeDouble.json;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pizzaorders.payment.provider.ChargeRequest.Step;
import org.pizzaorders.payment.provider.ChargeResult.Unclear;
import org.pizzaorders.payment.provider.ChargeResult.Unknown;
import org.pizzaorders.payment.provider.PaymentProvider;
import org.pizzaorders.payment.provider.ProviderReasons;

/** Whatever goes wrong at a call, nothing is settled by it. */
class StripeTroubleIT {

    @RegisterExtension
    static final WireMockExtension STRIPE = StripeDouble.onLoopback();

    private PaymentProvider provider;

    @BeforeEach
    void connect() {
        provider = StripeDouble.provider(STRIPE, Duration.ofSeconds(10));
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

            assertThat(provider.charge(request(step)))
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

            assertThat(provider.charge(request(step))).isEqualTo(new Unclear(reason));
        });
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void anUnknownPaymentSettlesNothingAndCountsAsAWorkingProvider(Step step) {
        STRIPE.stubFor(any(anyUrl()).willReturn(error(404, "invalid_request_error", "'code':'resource_missing'")));

        assertThat(provider.charge(request(step))).isEqualTo(new Unknown("resource_missing"));
        assertThat(ProviderReasons.isAnswer("resource_missing")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void silenceSettlesNothing(Step step) {
        STRIPE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withFixedDelay(1000)));
        var impatient = StripeDouble.provider(STRIPE, Duration.ofMillis(300));

        assertThat(impatient.charge(request(step))).isEqualTo(new Unclear("timeout"));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void unreadableAnswerSettlesNothing(Step step) {
        for (var answer :
                List.of(json(200, "{'id':'pi_1','status':"), aResponse().withStatus(200))) {
            STRIPE.resetAll();
            STRIPE.stubFor(any(anyUrl()).willReturn(answer));

            assertThat(provider.charge(request(step))).isInstanceOf(Unclear.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aCallInProgressUnderTheSameKeySettlesNothing(Step step) {
        STRIPE.stubFor(any(anyUrl()).willReturn(error(409, "idempotency_error", "'code':'idempotency_key_in_use'")));

        assertThat(provider.charge(request(step))).isInstanceOf(Unclear.class);
    }
}
