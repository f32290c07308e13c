package org.pizzaorders.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The application server is killed in the middle of taking orders; what was promised is kept all the same. */
class ServerCrashIT {

    private static final int ORDERS = 200;
    private static final int CUSTOMERS = 4;
    private static final List<String> TOKENS = List.of("tok_visa", "tok_visa", "tok_declined", "tok_flaky");
    private static final Duration SETTLED = Duration.ofSeconds(120);

    private final Installation installation = Installation.running();
    private final Shop shop = installation.shop();
    private final CountDownLatch half = new CountDownLatch(ORDERS / 2);

    /** Orders that were answered with 201, and their tokens. */
    private final Map<String, String> promised = new ConcurrentHashMap<>();

    @Test
    void noOrderIsLostAndNoneIsChargedTwice() throws InterruptedException {
        var customers = Executors.newFixedThreadPool(CUSTOMERS);
        IntStream.range(0, ORDERS)
                .forEach(number -> customers.execute(() -> order(number, TOKENS.get(number % TOKENS.size()))));
        customers.shutdown();
        half.await();
        installation.killServer();
        installation.startServer();
        assertThat(customers.awaitTermination(3, TimeUnit.MINUTES)).isTrue();

        // Orders whose answer the crash swallowed stand as well, if they were committed.
        var committed = installation.queryAll("select id::text as id, customer_name as token from orders.orders"
                + " where customer_email like 'crash-%'");
        var tokens = committed.stream().collect(toMap(row -> (String) row.get("id"), row -> (String) row.get("token")));
        assertThat(tokens.keySet()).containsAll(promised.keySet());
        assertThat(promised.size()).isGreaterThanOrEqualTo(ORDERS - CUSTOMERS);

        tokens.forEach((order, token) -> await("order " + order)
                .atMost(SETTLED)
                .untilAsserted(() -> assertThat(shop.see(order).text("/status"))
                        .isEqualTo(token.equals("tok_declined") ? "PAYMENT_FAILED" : "PAID")));
        var audit = new Audit(installation);
        audit.eachIsChargedOnce(tokens);
        audit.eachEventIsPublishedOnceAndInOrder(tokens.keySet());
    }

    private void order(int number, String token) {
        var wish = Shop.wish("crash-" + number + "@pizza.test", "CARD", token).replace("Anna Petrova", token);
        try {
            var answer = shop.http().post("/api/v1/orders", wish);
            if (answer.status() == 201) {
                promised.put(answer.text("/id"), token);
            } else {
                retry(number, token);
            }
        } catch (UncheckedIOException e) {
            retry(number, token);
        } finally {
            half.countDown();
        }
    }

    /** What a patient customer does while the shop is away: waits, and orders again. */
    private void retry(int number, String token) {
        installation.awaitServer();
        var wish = Shop.wish("crash-again-" + number + "@pizza.test", "CARD", token)
                .replace("Anna Petrova", token);
        promised.put(shop.order(wish), token);
    }
}
