package org.pizzaorders.payment.control;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.pizzaorders.local.simulator.Simulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the provider knows of payments, and what people do there without us. */
final class ProviderBooks {

    static final Map.Entry<Long, Long> CHARGED = Map.entry(129_900L, 0L);
    static final Map.Entry<Long, Long> GIVEN_BACK = Map.entry(129_900L, 129_900L);

    private final Simulator simulator;

    ProviderBooks(Simulator simulator) {
        this.simulator = simulator;
    }

    /** What the provider took for the order: minor units, by the refunded ones. */
    List<Map.Entry<Long, Long>> charges(UUID orderId) {
        return lines("charges")
                .filter(charge ->
                        charge.path("metadata").path("order_id").asString("").equals(orderId.toString()))
                .map(charge -> Map.entry(
                        charge.path("amount").asLong(), charge.path("refunded").asLong()))
                .toList();
    }

    /** How often the provider was called under that key, or told to charge that reference. */
    int calls(String key) {
        return lines("attempts")
                .filter(attempts -> attempts.path("idempotencyKey").asString("").equals(key))
                .mapToInt(attempts -> attempts.path("calls").asInt())
                .sum();
    }

    /** A day goes by at the provider. */
    void forgetKeys() {
        get("/forget-keys");
    }

    /** Something is done in the provider's dashboard. */
    JsonNode dashboard(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(simulator.url() + "/dashboard/" + path))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** Refunds of what has that reference that are not failed. */
    void settleRefunds(String reference, String status) {
        lines("refunds")
                .filter(refund -> refund.path("paymentIntent").asString("").equals(reference))
                .filter(refund -> !refund.path("status").asString("").equals("failed"))
                .forEach(refund -> dashboard("refunds/" + refund.path("id").asString(), "status=" + status));
    }

    private Stream<JsonNode> lines(String of) {
        return get("/ledger").path(of).valueStream();
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(simulator.url() + path)).build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            var body = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            return JsonMapper.shared().readTree(body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
