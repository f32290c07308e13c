package org.pizzaorders.payment.provider.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.payment.provider.stripe.ChargeRequests.PAYMENT;
import static org.pizzaorders.payment.provider.stripe.ChargeRequests.request;
import static org.pizzaorders.payment.provider.stripe.StripeDouble.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.payment.provider.ChargeRequest.Step;
import org.pizzaorders.payment.provider.ChargeResult;
import org.pizzaorders.payment.provider.PaymentProvider;
import org.pizzaorders.payment.provider.ProviderSettings;
import org.pizzaorders.payment.provider.RefundRequest;
import org.pizzaorders.payment.provider.RefundResult;
import org.pizzaorders.shared.Ids;

/** Answers that are well-formed, and not to what was asked: none of them moves money or says that it has moved. */
class StripeOddAnswersIT {

    @RegisterExtension
    static final WireMockExtension STRIPE = StripeDouble.onLoopback();

    @RegisterExtension
    static final WireMockExtension STRANGER = StripeDouble.onLoopback();

    private static final String RECEIVED = "'amount_received':129900,'currency':'rub'";

    private final RefundRequest refund = new RefundRequest(Ids.next(), PAYMENT, "pi_1", 1, Optional.empty(), false);

    private PaymentProvider provider;

    @BeforeEach
    void connect() {
        provider = StripeDouble.provider(STRIPE, Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void anAnswerAboutAnotherPaymentSettlesNothing(Step step) {
        everything(json(
                200, "{'id':'pi_2','object':'payment_intent','status':'succeeded','amount':129900," + RECEIVED + "}"));

        assertThat(provider.charge(request(step))).isInstanceOf(ChargeResult.Unclear.class);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void anOperatorDecidesAboutAChargeThatDiffersFromTheRequest(Step step) {
        for (var received : new String[] {
            "'amount':129900,'amount_received':29900,'currency':'rub'",
            "'amount':129900,'amount_received':129900,'currency':'usd'",
            "'amount':12990000,'amount_received':12990000,'currency':'rub'",
            "'amount':129900,'amount_received':0,'currency':'rub'"
        }) {
            everything(json(200, "{'id':'pi_1','object':'payment_intent','status':'succeeded'," + received + "}"));

            assertThat(provider.charge(request(step)))
                    .as(received)
                    .isEqualTo(new ChargeResult.Unknown("charged_otherwise"));
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void anAnswerOfAnotherKindSettlesNothing(Step step) {
        for (var answer : new ResponseDefinitionBuilder[] {
            json(200, "{'id':'pi_1','object':'refund','status':'succeeded','amount':129900}"),
            json(200, "{'id':'pi_1','object':'payment_intent','status':{}}"),
            json(200, "[]"),
            json(200, "'succeeded'"),
            json(200, "null"),
            aResponse().withStatus(200).withHeader("Content-Type", "text/html").withBody("<html>Sign in</html>"),
            aResponse().withStatus(204),
            aResponse()
                    .withStatus(200)
                    .withHeader("Content-Length", "500")
                    .withBody("{\"id\":\"pi_1\",\"status\":\"succ")
        }) {
            everything(answer);

            assertThat(provider.charge(request(step))).isInstanceOf(ChargeResult.Unclear.class);
            assertThat(provider.refund(refund)).isInstanceOf(RefundResult.Unclear.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000 OK", "0200 OK", "+200 OK", "20 OK", "200OK", "2x0 OK", "OK"})
    void anInvalidHttpStatusSettlesNothing(String status) throws IOException {
        var body = "{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"status\":\"succeeded\",\"amount\":129900,"
                + RECEIVED.replace('\'', '"') + "}";
        var answer =
                "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            answerAll(server, answer);
            var odd = new StripePaymentProvider(
                    new ProviderSettings(
                            "http://127.0.0.1:" + server.getLocalPort(),
                            Optional.empty(),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(5)),
                    "sk_test",
                    Clock.systemUTC());

            assertThat(odd.charge(request(Step.RESUME))).isInstanceOf(ChargeResult.Unclear.class);
            assertThat(odd.refund(refund)).isInstanceOf(RefundResult.Unclear.class);
        }
    }

    /** To requests without a body. */
    private static void answerAll(ServerSocket server, String answer) {
        var thread = new Thread(
                () -> {
                    while (!server.isClosed()) {
                        try (var session = server.accept();
                                var in = new BufferedReader(
                                        new InputStreamReader(session.getInputStream(), StandardCharsets.US_ASCII))) {
                            while (!in.readLine().isEmpty()) {
                                // the head of the request
                            }
                            session.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                        } catch (IOException e) {
                            // the client, or the test, has gone
                        }
                    }
                },
                "odd-provider");
        thread.setDaemon(true);
        thread.start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'amount':100,'currency':'rub'",
                "'amount':129900,'currency':'usd'",
                "'amount':129900,'currency':'rub','metadata':{'payment_id':'another'}"
            })
    void anIntentThatDiffersFromTheRequestIsOpenedAgainAndNotCharged(String opened) {
        everything(
                json(200, "{'id':'pi_1','object':'payment_intent','status':'requires_confirmation'," + opened + "}"));

        assertThat(provider.charge(request(Step.OPEN))).isInstanceOf(ChargeResult.KeySpent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'amount':100,'currency':'rub'", "'amount':129900,'currency':'usd'"})
    void anIntentThatDiffersFromTheRequestIsWithdrawnAndNotConfirmed(String standing) {
        everything(
                json(200, "{'id':'pi_1','object':'payment_intent','status':'requires_confirmation'," + standing + "}"));

        assertThat(provider.charge(request(Step.RESUME))).isInstanceOf(ChargeResult.Unclear.class);

        STRIPE.verify(1, postRequestedFor(urlEqualTo("/v1/payment_intents/pi_1/cancel")));
        STRIPE.verify(0, postRequestedFor(urlEqualTo("/v1/payment_intents/pi_1/confirm")));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void secretsAreNotSentToTheTargetOfARedirect(int status) {
        STRANGER.stubFor(
                any(anyUrl()).willReturn(json(200, "{'id':'pi_1','object':'payment_intent','status':'succeeded'}")));
        everything(
                aResponse().withStatus(status).withHeader("Location", STRANGER.baseUrl() + "/v1/payment_intents/pi_1"));

        for (var step : Step.values()) {
            assertThat(provider.charge(request(step))).as("%s", step).isInstanceOf(ChargeResult.Unclear.class);
        }
        assertThat(provider.refund(refund)).isInstanceOf(RefundResult.Unclear.class);

        STRANGER.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void refundOfLessThanAskedIsNotRefunded() {
        charged(RECEIVED);
        listed("", false);
        given("{'id':'re_1','object':'refund','status':'succeeded','amount':29900,'payment_intent':'pi_1'}");

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Unclear("refunded_otherwise"));
    }

    @Test
    void aRefundOfAnotherChargeDoesNotCount() {
        charged(RECEIVED);
        listed("", false);
        given("{'id':'re_1','object':'refund','status':'succeeded','amount':129900,'payment_intent':'pi_2'}");

        assertThat(provider.refund(refund)).isInstanceOf(RefundResult.Unclear.class);
    }

    @Test
    void refundsOfOtherChargesInAListDoNotCount() {
        charged(RECEIVED);
        listed("{'id':'re_1','object':'refund','status':'succeeded','amount':129900,'payment_intent':'pi_2'}", false);
        given("{'id':'re_2','object':'refund','status':'succeeded','amount':129900,'payment_intent':'pi_1'}");

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Refunded("re_2"));
    }

    @Test
    @Timeout(30)
    void aListWithoutAnEndIsReadUpToALimit() {
        charged(RECEIVED);
        listed("{'id':'re_1','object':'refund','status':'failed','amount':129900,'payment_intent':'pi_1'}", true);

        assertThat(provider.refund(refund)).isInstanceOf(RefundResult.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'amount_received':0,'currency':'rub'", "'amount_received':-1,'currency':'rub'"})
    void nothingIsReportedAsRefundedIfNothingWasCharged(String received) {
        charged(received);
        listed("", false);

        assertThat(provider.refund(refund)).isEqualTo(new RefundResult.Refused("nothing_was_charged"));
    }

    private static void everything(ResponseDefinitionBuilder answer) {
        STRIPE.resetAll();
        STRIPE.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static void charged(String received) {
        STRIPE.stubFor(get(urlEqualTo("/v1/payment_intents/pi_1"))
                .willReturn(
                        json(200, "{'id':'pi_1','object':'payment_intent','status':'succeeded'," + received + "}")));
    }

    private static void listed(String refunds, boolean more) {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/refunds"))
                .willReturn(json(
                        200,
                        "{'object':'list','url':'/v1/refunds','has_more':" + more + ",'data':[" + refunds + "]}")));
    }

    private static void given(String answer) {
        STRIPE.stubFor(post(urlEqualTo("/v1/refunds")).willReturn(json(200, answer)));
    }
}
