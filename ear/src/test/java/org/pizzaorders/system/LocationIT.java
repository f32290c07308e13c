package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pizzaorders.local.part.Port;

/** What was made is found where the answer says, by everybody who follows it. */
class LocationIT {

    private final Installation installation = Installation.running();
    private final Browser orders = installation.service(Port.ORDERS);

    @Test
    void anOrderIsFoundThereAlsoWhenTheAnswerIsRepeated() {
        var key = UUID.randomUUID().toString();

        var first = orders.post("/api/v1/orders", wish(), "Idempotency-Key", key);
        var again = orders.post("/api/v1/orders", wish(), "Idempotency-Key", key);

        assertLeadsTo(orders, first, "/api/v1/orders/");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    }

    @Test
    void aPizzaAMessageAndAPaymentAreFoundThere() {
        var menu = installation.service(Port.MENU);
        var notifications = installation.service(Port.NOTIFICATIONS);
        var id = "followed-" + Long.toString(System.nanoTime(), 36);

        var pizza = menu.post("/api/v1/menu", """
                {"id":"%s","name":"Followed","description":"By its address","ingredients":["air"],
                 "prices":[{"size":"SMALL","amount":100},{"size":"MEDIUM","amount":200},{"size":"LARGE","amount":300}],
                 "currency":"RUB"}""".formatted(id));
        var message = notifications.post("/api/v1/notifications", """
                {"recipient":{"email":"location@pizza.test"},"channels":["EMAIL"],"template":"OrderReady","data":{}}""");

        assertLeadsTo(menu, pizza, "/api/v1/menu/");
        if (message.status() < 400) {
            assertLeadsTo(notifications, message, "/api/v1/notifications/");
        }
    }

    @Test
    void aTrustedProxyIsBelievedWhereTheClientCame() {
        var standard =
                orders.post("/api/v1/orders", wish(), "Forwarded", "for=192.0.2.1;proto=https;host=shop.example");
        var convention = orders.post(
                "/api/v1/orders", wish(), "X-Forwarded-Proto", "https", "X-Forwarded-Host", "shop.example:8443");
        var nonsense = orders.post("/api/v1/orders", wish(), "Forwarded", "proto=gopher;host=\"a b\"");

        assertThat(standard.header("Location")).hasValue("https://shop.example/api/v1/orders/" + standard.text("/id"));
        assertThat(convention.header("Location"))
                .hasValue("https://shop.example:8443/api/v1/orders/" + convention.text("/id"));
        assertLeadsTo(orders, nonsense, "/api/v1/orders/");
    }

    private static void assertLeadsTo(Browser service, Answer made, String below) {
        assertThat(made.status()).as(made.toString()).isBetween(201, 202);
        var location = URI.create(made.header("Location").orElseThrow());
        assertThat(location).isEqualTo(service.base().resolve(below + made.text("/id")));
        assertThat(service.get(location.getRawPath()).status()).isEqualTo(200);
    }

    private static String wish() {
        return Shop.wish("location@pizza.test", "CARD", "tok_visa");
    }
}
