package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of an order's time to be paid: the clock asks, and payments decide. */
class PaymentDeadlineIT {

    private final Installation installation = Installation.running();
    private final Shop shop = installation.shop();
    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void resume() {
        consumer("resume", "orders");
        consumer("resume", "payments");
    }

    @Test
    void anOrderThatNobodyPaysInTimeIsCancelled() {
        var order = shop.order("unpaid-" + key + "@pizza.test", "tok_declined");
        shop.awaitStatus(order, "PAYMENT_FAILED");

        timeIsOver(order);

        shop.awaitStatus(order, "CANCELLED");
        assertThat(shop.payments(order).text("/items/0/status")).isEqualTo("FAILED");
    }

    @Test
    void aPaidOrderSurvivesAnOutageThatIsLongerThanItsTime() {
        pause("orders");
        var order = shop.order("outage-" + key + "@pizza.test", "tok_visa");
        await("the payment")
                .atMost(Shop.PATIENCE)
                .untilAsserted(() ->
                        assertThat(shop.payments(order).text("/items/0/status")).isEqualTo("COMPLETED"));

        timeIsOver(order);
        await("the question").atMost(Shop.PATIENCE).until(() -> events(order) >= 2);
        consumer("resume", "orders");

        shop.awaitStatus(order, "PAID");
        assertThat(history(order)).containsExactly("PENDING", "PAID");
        assertThat(shop.payments(order).text("/items/0/status")).isEqualTo("COMPLETED");
    }

    @Test
    void anOrderThatPaymentsHaveNotHeardOfInTimeIsNeverCharged() {
        pause("payments");
        var order = shop.order("away-" + key + "@pizza.test", "tok_visa");

        timeIsOver(order);
        await("the question").atMost(Shop.PATIENCE).until(() -> events(order) >= 2);
        assertThat(shop.see(order).text("/status")).isEqualTo("PENDING");
        consumer("resume", "payments");

        await("an end")
                .atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(shop.see(order).text("/status")).isIn("CANCELLED", "PAID"));
        assertThat(shop.payments(order).text("/items/0/status"))
                .isEqualTo(shop.see(order).text("/status").equals("PAID") ? "COMPLETED" : "CANCELLED");
    }

    /** A consumer of any instance may have the order's partition. */
    private void pause(String name) {
        consumer("pause", name);
        await("the end of what is under way")
                .atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(installation.operationsOfEach(name))
                        .allSatisfy(http -> assertThat(state(http, name)).isEqualTo("PAUSED")));
    }

    private static String state(Browser http, String name) {
        return http.get("/api/v1/ops/consumers")
                .json()
                .at("/items")
                .valueStream()
                .filter(consumer -> consumer.at("/id").asString().equals(name))
                .map(consumer -> consumer.at("/state").asString())
                .findFirst()
                .orElseThrow();
    }

    private void consumer(String operation, String name) {
        assertThat(installation.operationsOfEach(name)).allSatisfy(http -> {
            var answer =
                    http.post("/api/v1/ops/consumers/" + name + "/" + operation, "{\"reason\":\"payment deadline\"}");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        });
    }

    private void timeIsOver(String order) {
        installation.execute("orders", "update orders.orders set payment_due_at = now() where id = '" + order + "'");
    }

    /** How many the order has told. */
    private int events(String order) {
        return (int) installation.query("select event_version from orders.orders where id = '" + order + "'");
    }

    private List<String> history(String order) {
        return shop.see(order)
                .json()
                .at("/history")
                .valueStream()
                .map(change -> change.at("/status").asString())
                .toList();
    }
}
