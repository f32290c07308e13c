package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators read when something fails: each failure once, and an outage in lines instead of traces. */
class LogsIT {

    private final Installation installation = Installation.running();
    private final Shop shop = installation.shop();
    private final String call = "logs-" + UUID.randomUUID();

    @Test
    void aFaultOfOursIsLoggedOnceWithItsTraceAndTheIdOfTheCall() {
        var log = ServerLog.fromNow(installation);
        installation.execute("catalog", "alter table catalog.pizzas rename to pizzas_elsewhere");
        try {
            assertThat(shop.http().get("/api/v1/menu", "X-Correlation-Id", call).status())
                    .isEqualTo(500);
        } finally {
            installation.execute("catalog", "alter table catalog.pizzas_elsewhere rename to pizzas");
        }

        await("the trace")
                .atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(log.traces())
                        .filteredOn(record -> record.contains("pizzaorders.web"))
                        .hasSize(1)
                        .allMatch(record -> record.contains(call)));
    }

    @Test
    void aDatabaseThatTakesNoWritesLeavesNoTraces() {
        var log = ServerLog.fromNow(installation);
        var wish = Shop.wish("logs@pizza.test", "CARD", "tok_visa");
        shop.order(wish);
        installation.administer(
                "set default_transaction_read_only = off",
                "alter system set default_transaction_read_only = on",
                "select pg_reload_conf()");
        try {
            await("readiness")
                    .atMost(Shop.PATIENCE)
                    .until(() -> shop.http().get("/health/ready").status() == 503);
            for (var i = 0; i < 5; i++) {
                assertThat(shop.http()
                                .post("/api/v1/orders", wish, "X-Correlation-Id", call)
                                .status())
                        .isEqualTo(503);
            }
            await("the lines")
                    .atMost(Shop.PATIENCE)
                    .until(() -> log.lines().filter(line -> line.contains(call)).count() >= 5);
        } finally {
            installation.administer(
                    "set default_transaction_read_only = off",
                    "alter system reset default_transaction_read_only",
                    "select pg_reload_conf()");
        }

        assertThat(log.traces()).isEmpty();
    }
}
