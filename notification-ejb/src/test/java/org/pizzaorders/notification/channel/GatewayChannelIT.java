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
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pizzaorders.notification.api.Channel;

class GatewayChannelIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Dispatch SMS = Dispatches.dispatch(Channel.SMS, "+79161234567", null, "Готово", null);

    @RegisterExtension
    static final WireMockExtension GATEWAY = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Test
    void postsTheMessageUnderTheKeyOfItsDelivery() {
        GATEWAY.stubFor(post("/push").willReturn(aResponse().withStatus(202)));

        var outcome = channel().deliver(Dispatches.dispatch(Channel.PUSH, "token-1", "Заказ", "Готов", null));

        assertThat(outcome).isEqualTo(new Outcome.Sent());
        GATEWAY.verify(postRequestedFor(urlEqualTo("/push"))
                .withHeader("Idempotency-Key", equalTo(Dispatches.DELIVERY.toString()))
                .withRequestBody(equalToJson("{\"id\":\"" + Dispatches.DELIVERY + "\",\"to\":\"token-1\","
                        + "\"title\":\"Заказ\",\"text\":\"Готов\",\"orderId\":\"" + Dispatches.ORDER + "\","
                        + "\"data\":{\"reason\":\"rain\"}}")));
    }

    @ParameterizedTest
    @CsvSource({
        "400,MESSAGE_FOR_GOOD",
        "404,MESSAGE_FOR_GOOD",
        "408,CHANNEL",
        "429,CHANNEL",
        "500,CHANNEL",
        "503,CHANNEL"
    })
    void takesRefusalsForGoodAndFaultsForNow(int status, Outcome.Fault fault) {
        GATEWAY.stubFor(post("/sms").willReturn(aResponse().withStatus(status)));

        assertThat(channel().deliver(SMS)).isEqualTo(new Outcome.Failed("The gateway answered " + status, fault));
    }

    @Test
    void waitsNoLongerThanItsTimeout() {
        GATEWAY.stubFor(post("/sms").willReturn(aResponse().withFixedDelay(5_000)));

        assertThat(channel(Duration.ofMillis(300)).deliver(SMS)).matches(GatewayChannelIT::isTransient);
    }

    @Test
    void bearsABrokenConnection() {
        GATEWAY.stubFor(post("/sms").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThat(channel().deliver(SMS)).matches(GatewayChannelIT::isTransient);
    }

    @Test
    void saysThatNoGatewayIsConfigured() {
        var channel = new GatewayChannel(HttpClient.newHttpClient(), Optional.empty(), TIMEOUT);

        assertThat(channel.deliver(SMS)).isEqualTo(Outcome.ownFailure("pizza.notification.gateway.url is not set"));
    }

    private static boolean isTransient(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.fault() == Outcome.Fault.CHANNEL;
    }

    private static GatewayChannel channel() {
        return channel(TIMEOUT);
    }

    private static GatewayChannel channel(Duration timeout) {
        return new GatewayChannel(
                HttpClient.newHttpClient(), Optional.of(URI.create(GATEWAY.baseUrl() + "/")), timeout);
    }
}
