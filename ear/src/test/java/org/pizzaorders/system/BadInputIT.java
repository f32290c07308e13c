package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client does wrong is said in a problem document that names the field, and leaves nothing behind. */
class BadInputIT {

    private static final String GOOD = Shop.wish("bad-input@pizza.test", "CARD", "tok_visa");

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Installation.running().shop();
    }

    static Stream<Arguments> badOrders() {
        return Stream.of(
                Arguments.of("unknown pizza", GOOD.replace("margherita", "no-such-pizza"), "items[0].pizzaId"),
                Arguments.of("quantity 0", GOOD.replace("\"quantity\":2", "\"quantity\":0"), "items[0].quantity"),
                Arguments.of(
                        "quantity 10,000", GOOD.replace("\"quantity\":2", "\"quantity\":10000"), "items[0].quantity"),
                Arguments.of(
                        "a quantity in words",
                        GOOD.replace("\"quantity\":2", "\"quantity\":\"two\""),
                        "items[0].quantity"),
                Arguments.of("unknown size", GOOD.replace("LARGE", "HUGE"), "items[0].size"),
                Arguments.of("empty items", GOOD.replaceAll("\"items\":\\[[^]]*]", "\"items\":[]"), "items"),
                Arguments.of("no items", GOOD.replaceAll("\"items\":\\[[^]]*],", ""), "items"),
                Arguments.of("no address", GOOD.replaceAll("\"deliveryAddress\":\"[^\"]*\",", ""), "deliveryAddress"),
                Arguments.of("blank address", GOOD.replace("Tverskaya 1, Moscow", "  "), "deliveryAddress"),
                Arguments.of(
                        "broken e-mail", GOOD.replace("bad-input@pizza.test", "bad-input at pizza"), "customer.email"),
                Arguments.of("no customer", GOOD.replaceAll("\"customer\":\\{[^}]*},", ""), "customer"),
                Arguments.of("no token", Shop.wish("bad-input@pizza.test", "CARD", null), "payment.token"),
                Arguments.of("unknown field", GOOD.replaceFirst("\\{", "{\"coupon\":\"X\","), "coupon"),
                Arguments.of(
                        "unknown field inside",
                        GOOD.replace("\"email\"", "\"emial\":\"x\",\"email\""),
                        "customer.emial"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badOrders")
    void isRefusedWithItsField(String what, String body, String field) {
        var answer = shop.http().post("/api/v1/orders", body);

        assertProblem(answer, 400);
        assertThat(answer.faultyFields()).as(answer.toString()).contains(field);
        assertNothingStored();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        var answer = shop.http()
                .post(
                        "/api/v1/orders",
                        GOOD.replace("\"quantity\":2", "\"quantity\":0").replace("bad-input@pizza.test", "nobody"));

        assertThat(answer.faultyFields()).contains("items[0].quantity", "customer.email");
    }

    @Test
    void aPizzaThatIsSoldOutCannotBeOrdered() {
        var pizza = """
                {"id":"%s","name":"Ghost","description":"Not today","ingredients":["air"],"available":%s,
                 "prices":[{"size":"SMALL","amount":100},{"size":"MEDIUM","amount":200},{"size":"LARGE","amount":300}],
                 "currency":"RUB"}""";
        var id = "ghost-" + Long.toString(System.nanoTime(), 36);
        var added = shop.http().post("/api/v1/menu", pizza.formatted(id, false));
        assertThat(added.status()).as(added.toString()).isEqualTo(201);

        await().atMost(Shop.PATIENCE).untilAsserted(() -> {
            var answer = shop.http().post("/api/v1/orders", GOOD.replace("margherita", id));
            assertProblem(answer, 400);
            assertThat(answer.text("/errors/0/message")).containsIgnoringCase("Ghost");
        });
        assertThat(shop.http().delete("/api/v1/menu/" + id).status()).isEqualTo(204);
        assertThat(shop.http().get("/api/v1/menu/" + id).status()).isEqualTo(404);
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        assertProblem(shop.http().post("/api/v1/orders", "order me a pizza"), 400);
        assertProblem(shop.http().post("/api/v1/orders", ""), 400);
        assertProblem(shop.http().post("/api/v1/orders", "[]"), 400);
        assertNothingStored();
    }

    @Test
    void aBodyOfAMegabyteIsRefused() {
        var answer = shop.http().post("/api/v1/orders", GOOD.replace("Moscow", "x".repeat(1_000_000)));

        assertProblem(answer, 413);
        assertNothingStored();
    }

    @Test
    void anotherContentTypeIsRefused() {
        var answer = shop.http()
                .send(shop.http()
                        .request("/api/v1/orders", "Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(GOOD)));

        assertProblem(answer, 415);
        assertNothingStored();
    }

    @Test
    void aMalformedIdIsNoIdAndAnUnknownOneIsNotFound() {
        assertProblem(shop.see("42"), 400);
        assertThat(shop.see("42").faultyFields()).containsExactly("id");
        assertProblem(shop.see("0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11"), 404);
        assertProblem(shop.http().get("/api/v1/payments/0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11"), 404);
        assertProblem(shop.http().get("/api/v1/notifications/not-an-id"), 400);
        assertProblem(shop.http().get("/api/v1/menu/no-such-pizza"), 404);
        assertProblem(shop.http().get("/api/v1/no-such-thing"), 404);
    }

    @Test
    void listsRefuseWhatTheyDoNotKnow() {
        shop.order("cursor@pizza.test", "tok_visa");
        shop.order("cursor@pizza.test", "tok_visa");
        var cursor = shop.http().get("/api/v1/orders?limit=1").text("/nextCursor");

        assertThat(shop.http().get("/api/v1/orders?limit=1&cursor=" + cursor).status())
                .isEqualTo(200);
        assertThat(shop.http().get("/api/v1/notifications?cursor=" + cursor).faultyFields())
                .containsExactly("cursor");
        assertThat(shop.http().get("/api/v1/orders?cursor=xyz").faultyFields()).containsExactly("cursor");
        assertThat(shop.http().get("/api/v1/orders?status=HUNGRY").faultyFields())
                .containsExactly("status");
        assertThat(shop.http().get("/api/v1/orders?limit=0").faultyFields()).containsExactly("limit");
        assertThat(shop.http().get("/api/v1/orders?limit=many").faultyFields()).containsExactly("limit");
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.text("/code")).isNotBlank();
        assertThat(answer.text("/detail")).isNotBlank();
        assertThat(answer.header("X-Correlation-Id")).hasValue(answer.text("/correlationId"));
    }

    private static void assertNothingStored() {
        assertThat(Installation.running()
                        .query("select count(*) from orders.orders where customer_email like 'bad-input%'"))
                .isEqualTo(0L);
    }
}
