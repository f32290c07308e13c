package org.pizzaorders.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A request with a key may be sent any number of times, at once or after a crash, and has its effect once. */
class IdempotencyIT {

    private static final int AT_ONCE = 20;
    private static final int MORE_THAN_CONNECTIONS = 64;
    private static final int ORDERS = 120;
    private static final int CUSTOMERS = 6;

    private final Installation installation = Installation.running();
    private final Shop shop = installation.shop();
    private final String key = UUID.randomUUID().toString();

    @Test
    void twentyIdenticalRequestsAtOnceMakeOneOrder() {
        var email = "twenty-" + key + "@pizza.test";
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        var together = new CountDownLatch(1);
        var sent = IntStream.range(0, AT_ONCE)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> {
                            start(together);
                            return place(wish(email), key);
                        },
                        threads))
                .toList();

        together.countDown();
        var answers = sent.stream().map(CompletableFuture::join).toList();
        threads.shutdown();

        var made = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(made).isNotEmpty();
        assertThat(made.stream().map(answer -> answer.response().body()).distinct())
                .hasSize(1);
        assertThat(made.stream()
                        .filter(answer -> answer.header("Idempotent-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(IdempotencyIT::isUnderWay);
        assertThat(ordersOf(email)).isEqualTo(1L);
        assertThat(installation.query("select count(*) from orders.orders o join orders.order_status_history h"
                        + " on h.order_id = o.id and h.status = 'PENDING' where o.customer_email = '" + email + "'"))
                .isEqualTo(1L);
    }

    /** A call that needed a second connection for its key would wait for those who wait for theirs. */
    @Test
    void moreCustomersAtOnceThanThereAreConnectionsAreAllServed() {
        var threads = Executors.newFixedThreadPool(MORE_THAN_CONNECTIONS);
        var together = new CountDownLatch(1);
        var sent = IntStream.range(0, 3 * MORE_THAN_CONNECTIONS)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> {
                            start(together);
                            return place(wish("crowd-" + number + "-" + key + "@pizza.test"), key + "-" + number);
                        },
                        threads))
                .toList();

        together.countDown();
        threads.shutdown();

        assertThat(sent.stream().map(CompletableFuture::join).map(Answer::status))
                .containsOnly(201);
    }

    @Test
    void theFirstAnswerIsRepeatedByteForByte() {
        var first = place(wish("again-" + key + "@pizza.test"), key);
        var order = first.text("/id");
        shop.awaitStatus(order, "PAID");
        var second = place(wish("again-" + key + "@pizza.test"), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).contains("true");
        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.header("Location")).isPresent().isEqualTo(first.header("Location"));
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    }

    @Test
    void theKeyIsRefusedForAnotherBodyAndOpenAfterAFailure() {
        var refused = place(wish("corrected-" + key + "@pizza.test").replace("margherita", "no-such-pizza"), key);
        var corrected = place(wish("corrected-" + key + "@pizza.test"), key);
        var other = place(wish("corrected-" + key + "@pizza.test").replace("\"quantity\":2", "\"quantity\":3"), key);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(201);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(ordersOf("corrected-" + key + "@pizza.test")).isEqualTo(1L);
    }

    @Test
    void anOrderAtAPriceThatChangedStoresNothingAndLeavesItsKeyForTheNewOne() {
        var email = "price-" + key + "@pizza.test";

        var refused = place(withTotal(email, 1, "RUB"), key);
        var total = refused.json().at("/totalAmount").asInt();
        var stored = ordersOf(email);
        var confirmed = place(withTotal(email, total, refused.text("/currency")), key);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("PRICE_CHANGED");
        assertThat(refused.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.json().at("/items/0/totalPrice").asInt()).isEqualTo(total);
        assertThat(stored).isEqualTo(0L);
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(201);
        assertThat(confirmed.json().at("/totalAmount").asInt()).isEqualTo(total);
        assertThat(ordersOf(email)).isEqualTo(1L);
    }

    @Test
    void aTotalThatIsNoneIsRefusedByItsField() {
        var answer = place(withTotal("no-total@pizza.test", null, ""), key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faultyFields()).contains("expectedTotal.amount", "expectedTotal.currency");
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        var answer = place(wish("bad-key@pizza.test"), "two words");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faultyFields()).containsExactly("Idempotency-Key");
    }

    @Test
    void everyServiceHasKeys() {
        var order = shop.order("keyed-payment-" + key + "@pizza.test", "tok_declined");
        shop.awaitStatus(order, "PAYMENT_FAILED");

        sameTwice("payments", 202, "{'orderId':'" + order + "','method':'CARD','token':'tok_visa'}");
        sameTwice(
                "notifications",
                202,
                "{'orderId':'" + order + "','channels':['EMAIL'],'template':'OrderReady','data':{}}");
        sameTwice(
                "menu",
                201,
                "{'id':'keyed-" + key
                        + "','name':'Keyed','description':'Only once.','ingredients':['cheese'],'prices':["
                        + "{'size':'SMALL','amount':1},{'size':'MEDIUM','amount':2},{'size':'LARGE','amount':3}]}");
        shop.http().delete("/api/v1/menu/keyed-" + key);
    }

    /** Patiently the first time: what came before has to get about. Refusals are not kept. */
    private void sameTwice(String resource, int status, String body) {
        var json = body.replace('\'', '"');
        var first = await(resource)
                .atMost(Shop.PATIENCE)
                .until(() -> send(resource, json, key), answer -> answer.status() == status);
        var second = send(resource, json, key);

        assertThat(second.status()).isEqualTo(status);
        assertThat(second.header("Idempotent-Replayed")).contains("true");
        assertThat(second.response().body()).isEqualTo(first.response().body());
    }

    @Test
    void aServerThatDiesHasMadeOneOrderForEachKeyInTheEnd() throws InterruptedException {
        var keys = IntStream.range(0, ORDERS)
                .mapToObj(number -> "crash-" + number + "-" + key)
                .collect(toMap(Function.identity(), name -> wish(name + "@pizza.test")));
        var some = new CountDownLatch(ORDERS / 3);
        var customers = Executors.newFixedThreadPool(CUSTOMERS);
        keys.forEach((name, wish) -> customers.execute(() -> {
            some.countDown();
            placeIfPossible(wish, name);
        }));
        customers.shutdown();

        some.await();
        installation.killServer();
        assertThat(customers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        installation.startServer();
        installation.awaitServer();
        keys.forEach(this::placeAfterAll);

        var made = installation
                .queryAll("select customer_email as email, count(*) as orders from orders.orders"
                        + " where customer_email like 'crash-%" + key + "@pizza.test' group by 1")
                .stream()
                .collect(toMap(row -> row.get("email"), row -> row.get("orders")));
        assertThat(made).hasSize(ORDERS);
        assertThat(Map.copyOf(made).values()).containsOnly(1L);
    }

    private void placeIfPossible(String wish, String name) {
        try {
            place(wish, name);
        } catch (UncheckedIOException e) {
            // nobody answers: made or not, that is the question
        }
    }

    private void placeAfterAll(String name, String wish) {
        await(name)
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(place(wish, name).status()).isEqualTo(201));
    }

    private static void isUnderWay(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.text("/code")).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
        assertThat(answer.header("Retry-After")).isPresent();
    }

    private Answer place(String wish, String key) {
        return send("orders", wish, key);
    }

    private Answer send(String resource, String body, String key) {
        return shop.http().post("/api/v1/" + resource, body, "Idempotency-Key", key);
    }

    private static String wish(String email) {
        return Shop.wish(email, "CARD", "tok_visa");
    }

    private static String withTotal(String email, Integer amount, String currency) {
        return wish(email)
                .replaceFirst(
                        "\\{", "{\"expectedTotal\":{\"amount\":" + amount + ",\"currency\":\"" + currency + "\"},");
    }

    private Object ordersOf(String email) {
        return installation.query("select count(*) from orders.orders where customer_email = '" + email + "'");
    }

    private static void start(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
