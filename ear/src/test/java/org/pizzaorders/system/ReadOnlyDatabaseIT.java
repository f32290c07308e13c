package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The database goes on without taking writes, as after a switch-over: an outage that passes, and nobody's fault. */
class ReadOnlyDatabaseIT {

    private static final String LETTERS = "select (select count(*) from orders.dead_letters)"
            + " + (select count(*) from payments.dead_letters) + (select count(*) from notifications.dead_letters)";

    private final Installation installation = Installation.running();
    private final Shop shop = installation.shop();

    @Test
    void writesAreAskedToComeAgainAndNothingIsLostMeanwhile() {
        var wish = Shop.wish("switch-over@pizza.test", "CARD", "tok_visa");
        var key = UUID.randomUUID().toString();
        var letters = installation.query(LETTERS);
        var before = shop.order(wish);
        installation.administer(
                "set default_transaction_read_only = off",
                "alter system set default_transaction_read_only = on",
                "select pg_reload_conf()");
        try {
            awaitReadiness(503);
            passes(shop.http().post("/api/v1/orders", wish));
            passes(shop.http().post("/api/v1/orders", wish, "Idempotency-Key", key));
            passes(shop.http().delete("/api/v1/menu/margherita"));
            passes(shop.http().post("/api/v1/orders/" + before + "/cancellation", ""));
            assertThat(shop.http().get("/api/v1/menu").status()).isEqualTo(200);
            assertThat(shop.see(before).status()).isEqualTo(200);
        } finally {
            takeWrites("alter system reset default_transaction_read_only");
        }

        awaitReadiness(200);
        var after = shop.http().post("/api/v1/orders", wish, "Idempotency-Key", key);
        assertThat(after.status()).isEqualTo(201);
        shop.awaitStatus(before, "PAID");
        shop.awaitStatus(after.text("/id"), "PAID");
        assertThat(installation.query(LETTERS)).isEqualTo(letters);
    }

    /** As those that lead to what was the database before a switch-over: the probe of the pool finds them well. */
    @Test
    void connectionsThatOnlyReadAreReplaced() {
        var wish = Shop.wish("stale@pizza.test", "CASH", null);
        installation.administer(
                "alter database pizza set default_transaction_read_only = on",
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'pizza'");
        try {
            awaitReadiness(503);
        } finally {
            takeWrites("alter database pizza reset default_transaction_read_only");
        }

        awaitReadiness(200);
        await("orders that are taken one after the other").atMost(Shop.PATIENCE).untilAsserted(() -> {
            for (var i = 0; i < 10; i++) {
                assertThat(shop.http().post("/api/v1/orders", wish).status()).isEqualTo(201);
            }
        });
    }

    private void awaitReadiness(int status) {
        await("readiness")
                .atMost(Shop.PATIENCE)
                .untilAsserted(() ->
                        assertThat(shop.http().get("/health/ready").status()).isEqualTo(status));
    }

    private void takeWrites(String statement) {
        installation.administer("set default_transaction_read_only = off", statement, "select pg_reload_conf()");
    }

    private static void passes(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.text("/code")).isEqualTo("UNAVAILABLE");
    }
}
