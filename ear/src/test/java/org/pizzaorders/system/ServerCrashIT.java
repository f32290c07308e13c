package org.pizzaorders.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        assertEachIsChargedOnce(tokens);
        assertEachWasToldOnceAndInOrder(tokens.keySet());
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

    private void assertEachIsChargedOnce(Map<String, String> tokens) {
        var payments =
                installation
                        .queryAll("select id::text as id, order_id::text as order_id from payments.payments")
                        .stream()
                        .collect(groupingBy(row -> (String) row.get("order_id")));
        var charges = installation
                .outside()
                .charges()
                .collect(groupingBy(charge -> charge.at("/metadata/payment_id").asString()));
        tokens.forEach((order, token) -> {
            assertThat(payments.get(order)).as("payments of " + order).hasSize(1);
            var payment = (String) payments.get(order).get(0).get("id");
            assertThat(charges.getOrDefault(payment, List.of()))
                    .as("charges of " + order + " by " + token)
                    .hasSize(token.equals("tok_declined") ? 0 : 1);
        });
    }

    /** An event may be on the topic twice, under one id; at its first arrival each aggregate's order is gapless. */
    private void assertEachWasToldOnceAndInOrder(Set<String> orders) {
        var told = installation.topics().all("order-events").stream()
                .filter(event -> orders.contains(event.subject()))
                .collect(groupingBy(Topics.Told::subject));
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(orders);
        told.forEach((order, events) -> {
            var seen = new HashSet<String>();
            var first = events.stream().filter(event -> seen.add(event.id())).toList();
            assertThat(first)
                    .filteredOn(event -> event.type().equals("OrderCreated"))
                    .hasSize(1);
            assertThat(first.stream().map(Topics.Told::version))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, first.size()).boxed().toList());
        });
    }
}
