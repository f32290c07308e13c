package org.pizzaorders.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A new version is deployed while customers order; they insist, each order under one key, and nothing is lost. */
@DisabledIfSystemProperty(named = "server", matches = "micro", disabledReason = "a new version is a new process there")
class RedeployIT {

    private static final int CUSTOMERS = 4;
    private static final int ENOUGH = 40;
    private static final List<String> TOKENS =
            List.of("tok_visa", "tok_slow", "tok_declined", "tok_flaky", "tok_reset", "tok_visa");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Of the application itself; and without one, the server answers for one that is not there: 404, or 500. */
    private static final Set<String> TEMPORARY = Set.of("", "UNAVAILABLE", "IDEMPOTENCY_KEY_IN_USE");

    private final Installation installation = Installation.running();
    private final Shop shop = installation.shop();
    private final String run = "redeploy-" + UUID.randomUUID();

    /** Orders that were answered with 201, and their tokens. */
    private final Map<String, String> promised = new ConcurrentHashMap<>();

    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean closing;

    @Test
    void ordersPlacedMeanwhileComeToTheirEndAndNoneIsChargedTwice() throws Exception {
        var deadLetters = deadLetters();
        redeployWhileCustomersOrder();

        assertThat(tokens()).isEqualTo(promised);
        promised.forEach((order, token) -> patiently("order " + order)
                .untilAsserted(() -> assertThat(shop.see(order).text("/status"))
                        .isEqualTo(token.equals("tok_declined") ? "PAYMENT_FAILED" : "PAID")));
        assertThat(deadLetters()).isEqualTo(deadLetters);
        var audit = new Audit(installation);
        audit.eachIsChargedOnce(promised);
        audit.eachEventIsPublishedOnceAndInOrder(promised.keySet());
    }

    private void redeployWhileCustomersOrder() throws Exception {
        var threads = Executors.newFixedThreadPool(CUSTOMERS);
        try {
            List<Future<?>> customers = IntStream.range(0, CUSTOMERS)
                    .<Future<?>>mapToObj(ignored -> threads.submit(this::orderOneAfterTheOther))
                    .toList();
            patiently("orders before").until(() -> promised.size() >= ENOUGH);
            installation.redeploy();
            var redeployed = promised.size();
            patiently("orders after").until(() -> promised.size() >= redeployed + ENOUGH);
            closing = true;
            for (var customer : customers) {
                customer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            closing = true;
            threads.shutdown();
        }
    }

    private static ConditionFactory patiently(String what) {
        return await(what).atMost(PATIENCE);
    }

    private void orderOneAfterTheOther() {
        while (!closing) {
            var number = numbers.getAndIncrement();
            var token = TOKENS.get(number % TOKENS.size());
            var wish =
                    Shop.wish(run + "-" + number + "@pizza.test", "CARD", token).replace("Anna Petrova", token);
            var key = UUID.randomUUID().toString();
            patiently("an answer to order " + number)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> isPlaced(wish, key, token));
        }
    }

    private boolean isPlaced(String wish, String key, String token) {
        try {
            var answer = shop.http().post("/api/v1/orders", wish, "Idempotency-Key", key);
            if (answer.status() == 201) {
                promised.put(answer.text("/id"), token);
                return true;
            }
            assertThat(TEMPORARY).as(answer.toString()).contains(code(answer));
        } catch (UncheckedIOException e) {
            // Nobody there.
        }
        return false;
    }

    private static String code(Answer answer) {
        return answer.header("Content-Type").orElse("").contains("json") ? answer.text("/code") : "";
    }

    private Object deadLetters() {
        return installation.query("select (select count(*) from orders.dead_letters)"
                + " + (select count(*) from payments.dead_letters)"
                + " + (select count(*) from notifications.dead_letters)");
    }

    /** The orders that there are, and their tokens. */
    private Map<String, String> tokens() {
        return installation
                .queryAll("select id::text as id, customer_name as token from orders.orders where customer_email like '"
                        + run + "-%'")
                .stream()
                .collect(toMap(row -> (String) row.get("id"), row -> (String) row.get("token")));
    }
}
