package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The database goes and comes back: clients hear that it passes and when to try again, and then it has passed. */
class DatabaseOutageIT {

    private final Installation installation = Installation.running();
    private final Shop shop = installation.shop();

    @Test
    void callsAreAskedToComeAgain() {
        var wish = Shop.wish("outage@pizza.test", "CARD", "tok_visa");
        var key = UUID.randomUUID().toString();
        installation.killDatabase();
        try {
            passes(shop.http().get("/api/v1/menu"));
            passes(shop.http().get("/api/v1/orders"));
            passes(shop.http().post("/api/v1/orders", wish));
            passes(shop.http().post("/api/v1/orders", wish, "Idempotency-Key", key));
            assertThat(shop.http().get("/health/live").status()).isEqualTo(200);
            assertThat(shop.http().get("/health/ready").status()).isEqualTo(503);
        } finally {
            installation.startDatabase();
        }

        await("the order")
                .atMost(Shop.PATIENCE)
                .untilAsserted(() -> assertThat(shop.http()
                                .post("/api/v1/orders", wish, "Idempotency-Key", key)
                                .status())
                        .isEqualTo(201));
    }

    private static void passes(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.text("/code")).isEqualTo("UNAVAILABLE");
    }
}
