package org.pizzaorders.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pizzaorders.page.Network.Reply;

/** However a page loses sight of a request, what a customer asks for once is done once. */
class OrderingOnceTest {

    private static final String ORDER = "api.placeOrder({ items: 'one pizza' })";
    private static final String OTHER_ORDER = "api.placeOrder({ items: 'another pizza' })";
    private static final String FIND_OUT = "api.findOut(api.unansweredOrder())";
    private static final String ANY_ORDER = "Boolean(api.unansweredOrder())";
    private static final Reply TAKEN = Reply.json(201, "{\"id\":\"1\"}");

    private final Map<String, String> memory = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final Deque<Reply> replies = new ArrayDeque<>();

    @Test
    void anAcceptedOrderWithoutAnAnswerIsTheSameOrderAfterAReload() {
        open().run(ORDER);

        replies.add(TAKEN);
        var answer = open().run(ORDER);

        assertThat(answer).isEqualTo("{\"id\":\"1\"}");
        assertThat(new LinkedHashSet<>(keys)).hasSize(1);
        assertThat(open().run(ANY_ORDER)).isEqualTo("false");
    }

    @Test
    void aReloadedPageFindsOutAboutAnOrder() {
        open().run(ORDER);
        assertThat(open().run(ANY_ORDER)).isEqualTo("true");

        replies.add(TAKEN);
        var answer = open().run(FIND_OUT);

        assertThat(answer).isEqualTo("{\"id\":\"1\"}");
        assertThat(new LinkedHashSet<>(keys)).hasSize(1);
        assertThat(new LinkedHashSet<>(bodies)).containsExactly("{\"items\":\"one pizza\"}");
    }

    @Test
    void anotherOrderWaitsUntilTheFirstHasAnAnswer() {
        open().run(ORDER);

        replies.add(TAKEN);
        var second = open().run(OTHER_ORDER);

        assertThat(second).isEqualTo("Earlier");
        assertThat(new LinkedHashSet<>(bodies)).containsExactly("{\"items\":\"one pizza\"}");
    }

    @Test
    void anotherOrderIsNotSentWhileNobodyAnswers() {
        open().run(ORDER);

        assertThat(open().run(OTHER_ORDER)).isEqualTo("TypeError");

        assertThat(new LinkedHashSet<>(bodies)).containsExactly("{\"items\":\"one pizza\"}");
    }

    @Test
    void anotherOrderFollowsOneThatWasRefused() {
        open().run(ORDER);

        replies.add(Reply.problem(400, "VALIDATION_FAILED"));
        replies.add(TAKEN);
        var second = open().run(OTHER_ORDER);

        assertThat(second).isEqualTo("{\"id\":\"1\"}");
        assertThat(new LinkedHashSet<>(keys)).hasSize(2);
    }

    @Test
    void twoOrdersAfterEachOtherAreTwo() {
        replies.add(TAKEN);
        replies.add(TAKEN);
        var tab = open();

        tab.run(ORDER);
        tab.run(ORDER);

        assertThat(new LinkedHashSet<>(keys)).hasSize(2);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"503, UNAVAILABLE", "500, INTERNAL_ERROR", "429, TOO_MANY_REQUESTS", "409, IDEMPOTENCY_KEY_IN_USE"})
    void anAnswerForLaterLeavesTheOrderUnanswered(int status, String code) {
        replies.add(Reply.problem(status, code));
        var tab = open();

        tab.run(ORDER);

        assertThat(tab.run(ANY_ORDER)).isEqualTo("true");
        assertThat(new LinkedHashSet<>(keys)).hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"400, VALIDATION_FAILED", "409, PRICE_CHANGED", "422, IDEMPOTENCY_KEY_REUSED"})
    void anAnswerThatRefusesTheOrderEndsIt(int status, String code) {
        replies.add(Reply.problem(status, code));
        var tab = open();

        assertThat(tab.run(ORDER)).isEqualTo("Refused " + code);

        assertThat(tab.run(ANY_ORDER)).isEqualTo("false");
    }

    @Test
    void anOldOrderIsNotSentAfterTheServerForgotItsKey() {
        open().run(ORDER);
        memory.replaceAll((key, value) -> value.replaceAll("\"at\":\\d+", "\"at\":0"));

        assertThat(open().run(ANY_ORDER)).isEqualTo("false");
    }

    @Test
    void withoutStorageTheTabRemembersOverAReload() {
        var entry = new HashMap<String, String>();

        new Tab(new Forgetful(), entry, this::answer).run(ORDER);
        var reloaded = new Tab(new Forgetful(), entry, this::answer);
        assertThat(reloaded.run(ANY_ORDER)).isEqualTo("true");
        replies.add(TAKEN);
        reloaded.run(ORDER);

        assertThat(new LinkedHashSet<>(keys)).hasSize(1);
        assertThat(reloaded.run(ANY_ORDER)).isEqualTo("false");
    }

    @Test
    void nothingOfAnOrderIsKeptOnceItHasItsAnswer() {
        var entry = new HashMap<String, String>();
        replies.add(TAKEN);
        replies.add(TAKEN);

        new Tab(memory, new HashMap<>(), this::answer).run(ORDER);
        new Tab(new Forgetful(), entry, this::answer).run(ORDER);

        assertThat(memory).isEmpty();
        assertThat(entry.get("state")).isEqualTo("{}");
    }

    /** Nor does it say that it had none: the first try may have got through, and only the second met the gate. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"401, UNAUTHENTICATED", "403, FORBIDDEN", "404, NOT_FOUND", "405, METHOD_NOT_ALLOWED"})
    void aRefusalOnTheWayDoesNotSettleAnOrder(int status, String code) {
        replies.add(new Reply(504, "text/html", ""));
        replies.add(Reply.problem(status, code));

        assertThat(open().run(ORDER)).isEqualTo("Refused " + code);
        assertThat(open().run(OTHER_ORDER)).isEqualTo("TypeError");
        replies.add(TAKEN);
        assertThat(open().run(ORDER)).isEqualTo("{\"id\":\"1\"}");

        assertThat(new LinkedHashSet<>(keys)).hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "404, text/html, {}",
        "200, text/html, {}",
        "502, text/html, {}",
        "404, application/json, {}",
        "401, text/plain, {}",
        "404, application/json, {\"code\":\"ORDER_NOT_FOUND\"}",
        "404, application/json, {\"code\":404}",
        "404, application/problem+json, {\"status\":404}",
        "404, application/problem+json, {\"code\":404}",
        "404, application/problem+json, nothing",
    })
    void anAnswerFromAnotherProgramIsNoAnswer(int status, String type, String body) {
        replies.add(new Reply(status, type, body));

        assertThat(open().run("api.order('1')")).isEqualTo("NoAnswer");
    }

    @Test
    void onlyTheServiceItselfSaysThatThereIsNoSuchOrder() {
        replies.add(Reply.problem(404, "ORDER_NOT_FOUND"));

        assertThat(open().run("api.order('1')")).isEqualTo("Refused ORDER_NOT_FOUND");
    }

    @Test
    void aPaymentKeepsItsKeyToo() {
        open().run("api.pay({ orderId: '1', token: 'tok_visa' })");
        replies.add(Reply.json(202, "{\"id\":\"2\"}"));
        open().run("api.pay({ orderId: '1', token: 'tok_visa' })");

        assertThat(new LinkedHashSet<>(keys)).hasSize(1);
    }

    private Tab open() {
        return new Tab(memory, new HashMap<>(), this::answer);
    }

    private Reply answer(String method, String url, String key, String body) {
        keys.add(key);
        bodies.add(body);
        return replies.poll();
    }

    /** As private windows are. */
    public static final class Forgetful extends HashMap<String, String> {

        private static final long serialVersionUID = 1;

        @Override
        public String put(String key, String value) {
            throw new IllegalStateException("quota exceeded");
        }
    }
}
