package org.pizzaorders.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pizzaorders.local.TestServices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests refusals, delays and repeated answers that the provider documents. */
class StrictSimulatorIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator = TestServices.simulator();
    private final String once = "_" + UUID.randomUUID().toString().replace("-", "");

    @ParameterizedTest
    @CsvSource({
        "RUB, 1, 200",
        "USD, 49, 400",
        "USD, 50, 200",
        "USD, 99999999, 200",
        "USD, 100000000, 400",
        "IDR, 999999999999, 200",
        "JPY, 49, 400",
        "JPY, 500, 200",
        "ISK, 599, 400",
        "ISK, 59900, 200",
        "UGX, 599, 400",
        "UGX, 100000, 200",
        "KWD, 5124, 400",
        "KWD, 5120, 200",
        "HUF, 17550, 200",
        "XAU, 500, 400",
        "XXX, 500, 400",
        "HRK, 500, 400",
        "USD, 59.99, 400",
        "USD, -500, 400"
    })
    void amountsAreInTheUnitsThatTheProviderDocuments(String currency, String amount, int status) throws Exception {
        HttpResponse<String> opened = open(key(), "tok_visa", amount, currency);

        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(status);
    }

    @Test
    void anAnswerToAnInvalidRequestIsNotKept() throws Exception {
        String key = key();

        assertThat(open(key, "tok_visa", "599", "ISK").statusCode()).isEqualTo(400);
        assertThat(open(key, "tok_visa", "59900", "ISK").statusCode()).isEqualTo(200);
    }

    @Test
    void tokenOfACustomersCardWorksOnce() throws Exception {
        String key = key();

        HttpResponse<String> first = open(key, "tok_visa" + once, "500", "EUR");
        HttpResponse<String> replayed = open(key, "tok_visa" + once, "500", "EUR");
        HttpResponse<String> again = open(key(), "tok_visa" + once, "500", "EUR");

        assertThat(replayed.body()).isEqualTo(first.body());
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(error(again).path("code").asString()).isEqualTo("token_already_used");
    }

    @Test
    void failureIsRepeatedUnderItsKey() throws Exception {
        String key = key();

        assertThat(open(key, "tok_broken" + once, "500", "EUR").statusCode()).isEqualTo(500);
        HttpResponse<String> replayed = open(key, "tok_broken" + once, "500", "EUR");

        assertThat(replayed.statusCode()).isEqualTo(500);
        assertThat(replayed.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(open(key(), "tok_broken" + once, "500", "EUR").statusCode()).isEqualTo(200);
    }

    @Test
    void failureMayComeAfterTheIntentWasMade() throws Exception {
        long since = System.currentTimeMillis() / 1000 - 5;

        assertThat(open(key(), "tok_brokenLate" + once, "500", "EUR").statusCode())
                .isEqualTo(500);

        assertThat(open(key(), "tok_brokenLate" + once, "500", "EUR").statusCode())
                .isEqualTo(400);
        JsonNode listed = json(call("GET", "/v1/payment_intents?limit=100&created%5Bgte%5D=" + since, null, ""));
        assertThat(listed.path("data").valueStream())
                .anyMatch(intent -> intent.at("/metadata/test").asString("").equals("tok_brokenLate" + once));
    }

    @Test
    void answerToTheOpeningMayBeLost() throws Exception {
        String key = key();

        assertThatThrownBy(() -> open(key, "tok_unheard" + once, "500", "EUR")).isInstanceOf(IOException.class);

        assertThat(open(key, "tok_unheard" + once, "500", "EUR").statusCode()).isEqualTo(200);
    }

    @Test
    void confirmationIsKeptUnderItsKey() throws Exception {
        String intent = json(open(key(), "tok_error", "500", "EUR")).path("id").asString();
        String path = "/v1/payment_intents/" + intent + "/confirm";
        String key = key();

        assertThat(call("POST", path, key, "").statusCode()).isEqualTo(500);
        HttpResponse<String> replayed = call("POST", path, key, "");
        HttpResponse<String> other = call("POST", path, key, "error_on_requires_action=true");

        assertThat(replayed.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(error(other).path("type").asString()).isEqualTo("idempotency_error");
    }

    @Test
    void refundMayBePendingAndFail() throws Exception {
        String intent = paid("tok_pendingRefundFail");
        JsonNode refund = json(refund(intent, "500"));

        assertThat(refund.path("status").asString()).isEqualTo("pending");
        assertThat(error(refund(intent, "500")).path("code").asString()).isEqualTo("charge_already_refunded");
        settle(refund, "failed");

        assertThat(statuses(intent)).isEqualTo("failed");
        assertThat(refund(intent, "500").statusCode()).isEqualTo(200);
    }

    @Test
    void refundThatSucceededMayFailLater() throws Exception {
        String intent = paid("tok_refundFail");
        JsonNode refund = json(refund(intent, "500"));

        assertThat(statuses(intent)).isEqualTo("succeeded");
        settle(refund, "failed");

        assertThat(statuses(intent)).isEqualTo("failed");
    }

    @Test
    void refundsNoMoreThanIsLeft() throws Exception {
        String intent = paid("tok_visa");

        assertThat(call("POST", "/dashboard/refunds", null, "payment_intent=" + intent + "&amount=200")
                        .statusCode())
                .isEqualTo(200);

        assertThat(error(refund(intent, "500")).path("param").asString()).isEqualTo("amount");
        assertThat(refund(intent, "300").statusCode()).isEqualTo(200);
        assertThat(error(refund(intent, "1")).path("code").asString()).isEqualTo("charge_already_refunded");
    }

    @Test
    void objectsOfAnotherAccountAreUnknown() throws Exception {
        String intent = paid("tok_visa");

        call("POST", "/dashboard/forgotten", null, "payment_intent=" + intent);

        assertThat(call("GET", "/v1/payment_intents/" + intent, null, "").statusCode())
                .isEqualTo(404);
        assertThat(refund(intent, "500").statusCode()).isEqualTo(404);
    }

    private String paid(String token) throws Exception {
        String intent = json(open(key(), token, "500", "EUR")).path("id").asString();
        call("POST", "/v1/payment_intents/" + intent + "/confirm", key(), "");
        return intent;
    }

    private HttpResponse<String> refund(String intent, String amount) throws Exception {
        return call("POST", "/v1/refunds", key(), "payment_intent=" + intent + "&amount=" + amount);
    }

    private void settle(JsonNode refund, String status) throws Exception {
        call("POST", "/dashboard/refunds/" + refund.path("id").asString(), null, "status=" + status);
    }

    private String statuses(String intent) throws Exception {
        return json(call("GET", "/v1/refunds?payment_intent=" + intent, null, ""))
                .at("/data/0/status")
                .asString();
    }

    private HttpResponse<String> open(String key, String token, String amount, String currency) throws Exception {
        return call(
                "POST",
                "/v1/payment_intents",
                key,
                "amount=" + amount + "&currency=" + currency + "&payment_method_data%5Bcard%5D%5Btoken%5D=" + token
                        + "&metadata%5Btest%5D=" + token);
    }

    private HttpResponse<String> call(String method, String path, String key, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .header("Authorization", "Bearer sk_test")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static JsonNode error(HttpResponse<String> response) {
        return json(response).path("error");
    }
}
