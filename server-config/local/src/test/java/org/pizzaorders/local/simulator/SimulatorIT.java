package org.pizzaorders.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.local.TestServices;
import org.pizzaorders.local.part.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulatorIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator = TestServices.simulator();
    private final String key = UUID.randomUUID().toString();

    @Test
    void chargesOnceHoweverOftenAKeyIsUsed() throws Exception {
        HttpResponse<String> first = pay(key, "tok_visa", 1200);
        HttpResponse<String> second = pay(key, "tok_visa", 1200);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(charges(simulator, key)).singleElement().satisfies(charge -> {
            assertThat(charge.path("amount").asLong()).isEqualTo(1200);
            assertThat(charge.path("currency").asString()).isEqualTo("rub");
            assertThat(charge.path("calls").asInt()).isEqualTo(2);
        });
    }

    @Test
    void chargesOnceWhenAKeyIsUsedConcurrently() {
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> status("tok_slow"))
                .toList();

        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        assertThat(charges(simulator, key)).hasSize(1);
    }

    @Test
    void refusesAnotherAmountUnderTheSameKey() throws Exception {
        pay(key, "tok_visa", 1200);

        HttpResponse<String> other = pay(key, "tok_visa", 1300);

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(error(other).path("type").asString()).isEqualTo("idempotency_error");
    }

    @Test
    void declinesWithTheCardsReason() throws Exception {
        HttpResponse<String> declined = pay(key, "tok_insufficient_funds", 1200);

        assertThat(declined.statusCode()).isEqualTo(402);
        assertThat(error(declined).path("code").asString()).isEqualTo("card_declined");
        assertThat(error(declined).path("decline_code").asString()).isEqualTo("insufficient_funds");
        assertThat(charges(simulator, key)).isEmpty();
    }

    @Test
    void aFlakyCardPaysAtTheThirdCall() throws Exception {
        assertThat(pay(key, "tok_flaky", 1200).statusCode()).isEqualTo(503);
        assertThat(pay(key, "tok_flaky", 1200).statusCode()).isEqualTo(503);
        assertThat(pay(key, "tok_flaky", 1200).statusCode()).isEqualTo(200);

        assertThat(charges(simulator, key)).hasSize(1);
    }

    @Test
    void brokenConnectionLeavesAChargeThatTheNextCallReports() throws Exception {
        assertThatThrownBy(() -> pay(key, "tok_reset", 1200)).isInstanceOf(IOException.class);

        assertThat(pay(key, "tok_reset", 1200).statusCode()).isEqualTo(200);
        assertThat(charges(simulator, key)).hasSize(1);
    }

    @Test
    void refundsNoMoreThanWasCharged() throws Exception {
        String intent =
                JSON.readTree(pay(key, "tok_visa", 1000).body()).path("id").asString();

        assertThat(refund(intent, 700).statusCode()).isEqualTo(200);
        assertThat(refund(intent, 400).statusCode()).isEqualTo(400);
        assertThat(charges(simulator, key).get(0).path("refunded").asLong()).isEqualTo(700);
    }

    @Test
    void keepsOneMessagePerKey() throws Exception {
        HttpResponse<String> first =
                post(simulator, "/gateway/sms", key, "{\"to\":\"+7900" + key + "\",\"text\":\"Ready\"}");
        post(simulator, "/gateway/sms", key, "{\"to\":\"+7900" + key + "\",\"text\":\"Ready\"}");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(JSON.readTree(get(simulator, "/sent")).path("messages"))
                .filteredOn(message -> message.path("to").asString().equals("+7900" + key))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.path("channel").asString()).isEqualTo("SMS"));
        assertThat(get(simulator, "/")).contains("+7900" + key);
    }

    @Test
    void remembersChargesThroughAKill(@TempDir Path home) throws Exception {
        try (Simulator own = new Simulator(home, Ports.free(), Ports.free())) {
            own.start();
            String first = pay(own, key, "tok_visa", 1200).body();

            own.kill();
            own.start();

            assertThat(pay(own, key, "tok_visa", 1200).body()).isEqualTo(first);
            assertThat(charges(own, key)).hasSize(1);
        }
    }

    private int status(String token) {
        try {
            return pay(key, token, 1200).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> pay(String key, String token, long amount) throws IOException, InterruptedException {
        return pay(simulator, key, token, amount);
    }

    private HttpResponse<String> pay(Simulator provider, String key, String token, long amount)
            throws IOException, InterruptedException {
        String form = "amount=" + amount + "&currency=RUB&confirm=true&payment_method_data%5Btype%5D=card"
                + "&payment_method_data%5Bcard%5D%5Btoken%5D=" + token + "&metadata%5Border%5D=1";
        return post(provider, "/v1/payment_intents", key, form);
    }

    private HttpResponse<String> refund(String intent, long amount) throws IOException, InterruptedException {
        String form = "payment_intent=" + intent + "&amount=" + amount;
        return post(simulator, "/v1/refunds", UUID.randomUUID().toString(), form);
    }

    private HttpResponse<String> post(Simulator to, String path, String key, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(to.url() + path))
                        .header("Authorization", "Bearer sk_test")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String get(Simulator from, String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(from.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private List<JsonNode> charges(Simulator provider, String key) {
        try {
            return JSON.readTree(get(provider, "/ledger"))
                    .path("charges")
                    .valueStream()
                    .filter(charge -> charge.path("idempotencyKey").asString().equals(key))
                    .toList();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode error(HttpResponse<String> response) {
        return JSON.readTree(response.body()).path("error");
    }
}
