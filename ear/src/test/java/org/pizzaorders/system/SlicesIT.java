package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pizzaorders.local.part.Port;
import tools.jackson.databind.JsonNode;

/** A service that is deployed on its own shows what it serves, and nothing of the others. */
@EnabledIfSystemProperty(named = "slices", matches = "|true", disabledReason = "All services run in one server")
class SlicesIT {

    private static final List<String> RESOURCES =
            List.of("menu", "orders", "payments", "notifications", "notification-templates", "notification-policies");

    @ParameterizedTest
    @CsvSource({
        "MENU, catalog, menu",
        "ORDERS, orders, orders",
        "PAYMENTS, payments, payments",
        "NOTIFICATIONS, notifications, notifications notification-templates notification-policies"
    })
    void showsItsOwnAndNothingElse(Port port, String service, String served) {
        var slice = Installation.running().service(port);
        var own = List.of(served.split(" "));

        var index = slice.get("/api/v1");
        assertThat(index.json().valueStream().map(JsonNode::asString))
                .as(index.toString())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(own.stream().map(name -> "/api/v1/" + name), Stream.of("/openapi"))
                                .toList());
        assertThat(resourcesIn(slice.get("/openapi"))).containsExactlyInAnyOrderElementsOf(own);
        for (var resource : RESOURCES) {
            var status = slice.get("/api/v1/" + resource).status();
            assertThat(status == 404).as(resource + " " + status).isEqualTo(!own.contains(resource));
        }
        var backlogs = slice.get("/api/v1/ops/outbox");
        assertThat(backlogs.json()
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/service").asString()))
                .as(backlogs.toString())
                .containsExactly(service);
        var health = slice.get("/health");
        assertThat(health.status()).as(health.toString()).isEqualTo(200);
        assertThat(health.text("/status")).isEqualTo("UP");
        assertThat(health.json()
                        .at("/checks")
                        .valueStream()
                        .map(check -> check.at("/name").asString()))
                .as(health.toString())
                .contains("application", "broker")
                .anyMatch(name -> name.contains(service))
                .noneMatch(name -> otherThan(service).stream().anyMatch(name::contains));
    }

    private static List<String> otherThan(String service) {
        return List.of("catalog", "orders", "payments", "notifications").stream()
                .filter(other -> !other.equals(service))
                .toList();
    }

    private static List<String> resourcesIn(Answer document) {
        return document.json().at("/paths").propertyNames().stream()
                .filter(path -> path.matches("/api/v1/[a-z-]+"))
                .map(path -> path.substring("/api/v1/".length()))
                .toList();
    }
}
