package org.pizzaorders.notification.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.notification.api.Channel;

class GatewayChannelIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Dispatch SMS = Dispatches.dispatch(Channel.SMS, "+79161234567", null, "Готово", null);

    @RegisterExtension
    static final WireMockExtension GATEWAY = WireMockExtension.newInstance()
            .options(options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"))
            .build();

    @Test
    void postsTheMessageUnderTheKeyOfItsDelivery() {
        GATEWAY.stubFor(post("/push").willReturn(aResponse().withStatus(202)));

        var outcome = channel().open().deliver(Dispatches.dispatch(Channel.PUSH, "token-1", "Заказ", "Готов", null));

        assertThat(outcome).isEqualTo(new Outcome.Sent());
        GATEWAY.verify(postRequestedFor(urlEqualTo("/push"))
                .withHeader("Idempotency-Key", equalTo(Dispatches.DELIVERY.toString()))
                .withRequestBody(equalToJson("{\"id\":\"" + Dispatches.DELIVERY + "\",\"to\":\"token-1\","
                        + "\"title\":\"Заказ\",\"text\":\"Готов\",\"orderId\":\"" + Dispatches.ORDER + "\","
                        + "\"data\":{\"reason\":\"rain\"}}")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 410, 413, 422, 451})
    void aRefusalOfTheMessageIsFinal(int status) {
        GATEWAY.stubFor(post("/sms").willReturn(aResponse().withStatus(status)));

        assertThat(deliver()).isEqualTo(Outcome.permanentFailure("The gateway answered " + status));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                300, 301, 302, 303, 304, 307, 308, 401, 402, 403, 404, 405, 406, 407, 408, 409, 411, 412, 414, 415, 416,
                417, 418, 421, 423, 424, 425, 426, 428, 429, 431, 444, 499, 500, 501, 502, 503, 504, 505, 507, 511, 520,
                599, 600, 999
            })
    void aFailureThatAnyMessageWouldHaveIsTheChannelsFault(int status) {
        GATEWAY.stubFor(post("/sms").willReturn(aResponse().withStatus(status)));

        assertThat(deliver()).isEqualTo(Outcome.channelFailure("The gateway answered " + status));
    }

    @ParameterizedTest
    @CsvSource({"429,120,120", "503,7,7", "503,864000,3600", "429,-1,0", "429,soon,0", "429,99999999999999999999,0"})
    void waitsAsLongAsTheGatewayAsks(int status, String retryAfter, long seconds) {
        GATEWAY.stubFor(post("/sms").willReturn(aResponse().withStatus(status).withHeader("Retry-After", retryAfter)));

        assertThat(deliver())
                .isEqualTo(new Outcome.Failed(
                        "The gateway answered " + status, Outcome.Fault.CHANNEL, Duration.ofSeconds(seconds)));
    }

    @Test
    void waitsUntilTheDateThatTheGatewayNames() {
        GATEWAY.stubFor(post("/sms")
                .willReturn(aResponse()
                        .withStatus(429)
                        .withHeader("Date", "Sat, 28 Nov 2026 12:00:00 GMT")
                        .withHeader("Retry-After", "Sat, 28 Nov 2026 12:02:00 GMT")));

        assertThat(deliver())
                .isEqualTo(
                        new Outcome.Failed("The gateway answered 429", Outcome.Fault.CHANNEL, Duration.ofMinutes(2)));
    }

    @Test
    void theTimeoutAlsoCoversTheRestOfAnAnswer() {
        GATEWAY.stubFor(
                post("/sms").willReturn(aResponse().withBody("x".repeat(1_000)).withChunkedDribbleDelay(100, 10_000)));

        assertThat(channel(Duration.ofMillis(500)).open().deliver(SMS)).matches(GatewayChannelIT::isTransient);
    }

    @Test
    void aCertificateThatIsNotTrustedIsTheChannelsFault() {
        var https = channel("https://localhost:" + GATEWAY.getHttpsPort(), TIMEOUT);

        assertThat(https.open().deliver(SMS)).matches(GatewayChannelIT::isTransient);
    }

    @Test
    void anAddressWithoutASchemeIsTheChannelsFault() {
        var channel = channel("gateway/x", TIMEOUT);

        assertThat(channel.open().deliver(SMS))
                .isEqualTo(Outcome.ownFailure("pizza.notification.gateway.url is not a valid http or https URL"));
    }

    @Test
    void waitsNoLongerThanItsTimeout() {
        GATEWAY.stubFor(post("/sms").willReturn(aResponse().withFixedDelay(5_000)));

        assertThat(channel(Duration.ofMillis(300)).open().deliver(SMS)).matches(GatewayChannelIT::isTransient);
    }

    @Test
    void survivesABrokenConnection() {
        GATEWAY.stubFor(post("/sms").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThat(channel().open().deliver(SMS)).matches(GatewayChannelIT::isTransient);
    }

    @Test
    void saysThatNoGatewayIsConfigured() {
        var channel = new GatewayChannel(Optional.empty(), TIMEOUT, TIMEOUT, Runnable::run, Clock.systemUTC());

        assertThat(channel.open().deliver(SMS))
                .isEqualTo(Outcome.ownFailure("pizza.notification.gateway.url is not set"));
    }

    private static Outcome deliver() {
        return channel().open().deliver(SMS);
    }

    private static boolean isTransient(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.fault() == Outcome.Fault.CHANNEL;
    }

    private static GatewayChannel channel() {
        return channel(TIMEOUT);
    }

    private static GatewayChannel channel(Duration timeout) {
        return channel("http://localhost:" + GATEWAY.getPort() + "/", timeout);
    }

    private static GatewayChannel channel(String gateway, Duration timeout) {
        return new GatewayChannel(Optional.of(URI.create(gateway)), TIMEOUT, timeout, Runnable::run, Clock.systemUTC());
    }
}
