package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** A customer and the staff at the counter. */
final class Shop {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Browser http;

    Shop(String address) {
        this.http = new Browser(address);
    }

    Browser http() {
        return http;
    }

    /** The body of an order for two large pizzas. */
    static String wish(String email, String method, String token) {
        var payment = token == null
                ? "{\"method\":\"" + method + "\"}"
                : "{\"method\":\"" + method + "\",\"token\":\"" + token + "\"}";
        return """
                {"customer":{"name":"Anna Petrova","email":"%s","phone":"+79161234567"},
                 "deliveryAddress":"Tverskaya 1, Moscow",
                 "items":[{"pizzaId":"margherita","size":"LARGE","quantity":2}],
                 "payment":%s}""".formatted(email, payment);
    }

    /** Orders by card; the id of the order. */
    String order(String email, String token) {
        return order(wish(email, "CARD", token));
    }

    String order(String wish) {
        var answer = http.post("/api/v1/orders", wish, "Accept-Language", "en");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("/id");
    }

    Answer see(String order) {
        return http.get("/api/v1/orders/" + order);
    }

    void awaitStatus(String order, String status) {
        await("order " + order + " is " + status)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(see(order).text("/status")).isEqualTo(status));
    }

    /** The payments of an order, newest first. */
    Answer payments(String order) {
        return http.get("/api/v1/payments?orderId=" + order);
    }

    Answer move(String order, String status) {
        return http.post("/api/v1/orders/" + order + "/status", "{\"status\":\"" + status + "\"}");
    }
}
