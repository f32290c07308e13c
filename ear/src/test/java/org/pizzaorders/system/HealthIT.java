package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.pizzaorders.local.part.Port;
import tools.jackson.databind.JsonNode;

/** Health is answered on the application's own port, by the application, whatever the server has of that kind. */
class HealthIT {

    private final Installation installation = Installation.running();
    private final Browser http = installation.shop().http();
    private final Browser orders = installation.service(Port.ORDERS);

    @Test
    @DisabledIfSystemProperty(named = "slices", matches = "|true", disabledReason = "Each service looks at its own")
    void readinessLooksAtEachServiceItsDataSourceAndItsRelayAndAtTheBroker() {
        var answer = http.get("/health/ready");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.text("/status")).isEqualTo("UP");
        assertThat(names(answer))
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("catalog", "orders", "payments", "notifications")
                                        .flatMap(service ->
                                                Stream.of(service, service + "-data-source", service + "-relay")),
                                Stream.of("broker"))
                        .toList());
        assertThat(answer.json().at("/checks/3").propertyNames()).containsExactly("name", "status", "data");
        assertThat(answer.text("/checks/3/status")).isEqualTo("UP");
        assertThat(answer.json().at("/checks/5/data/relaying").isBoolean()).isTrue();
    }

    @Test
    void everyAddressAnswers() {
        assertThat(http.get("/health").status()).isEqualTo(200);
        assertThat(names(http.get("/health/live"))).containsExactly("application");
        assertThat(names(http.get("/health/started"))).containsExactly("application");
        assertThat(http.get("/health/other").status()).isEqualTo(404);
        assertThat(http.post("/health", "{}").status()).isEqualTo(405);
    }

    /** Frozen, not dead: nothing is refused, and everything that asks it hangs. */
    @Test
    void aDatabaseThatHangsDoesNotHangTheAnswers() {
        installation.freezeDatabase();
        try {
            var live = http.get("/health/live");
            var ready = http.get("/health/ready");

            assertThat(live.status()).isEqualTo(200);
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.text("/status")).isEqualTo("DOWN");
            assertThat(ready.text("/checks/0/status")).isEqualTo("DOWN");
        } finally {
            installation.thawDatabase();
        }
        installation.awaitServer();
    }

    @Test
    void aBrokerThatIsAwayKeepsNobodyFromOrdering() {
        installation.killBroker();
        try {
            await("the consumers to notice")
                    .atMost(Shop.PATIENCE)
                    .untilAsserted(() -> assertThat(broker(orders.get("/health/ready"))
                                    .at("/data/orders")
                                    .asString(""))
                            .isEqualTo("DEGRADED"));
            assertThat(orders.get("/health/ready").status()).isEqualTo(200);
            assertThat(orders.get("/health/live").status()).isEqualTo(200);
        } finally {
            installation.startBroker();
        }
    }

    private static JsonNode broker(Answer answer) {
        return answer.json()
                .at("/checks")
                .valueStream()
                .filter(check -> check.at("/name").asString().equals("broker"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> names(Answer answer) {
        return StreamSupport.stream(answer.json().at("/checks").spliterator(), false)
                .map(check -> check.at("/name").asString());
    }
}
