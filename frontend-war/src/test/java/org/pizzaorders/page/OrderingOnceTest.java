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
    void anOrderThatTheServerTookAndDidNotAnswerIsTheSameOrderAfterAReload() {
        open().run(ORDER);

        replies.add(TAKEN);
        var answer = open().run(ORDER);

        assertThat(answer).isEqualTo("{\"id\":\"1\"}");
        assertThat(new LinkedHashSet<>(keys)).hasSize(1);
        assertThat(open().run(ANY_ORDER)).isEqualTo("false");
    }

    @Test
    void aReloadedPageFindsOutWhatBecameOfAnOrder() {
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
    void anOldOrderIsNotSentOnceTheServerHasForgottenItsKey() {
        open().run(ORDER);
        memory.replaceAll((key, value) -> value.replaceAll("\"at\":\\d+", "\"at\":0"));

        assertThat(open().run(ANY_ORDER)).isEqualTo("false");
    }

    @Test
    void aBrowserThatKeepsNothingRemembersAsLongAsThePageIsOpen() {
        var tab = new Tab(new Forgetful(), this::answer);

        tab.run(ORDER);
        replies.add(TAKEN);
        tab.run(ORDER);

        assertThat(new LinkedHashSet<>(keys)).hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"404, text/html", "200, text/html", "502, text/html", "404, application/json", "401, text/plain"})
    void whatIsNotOursIsNoAnswer(int status, String type) {
        replies.add(new Reply(status, type, "{}"));

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
        return new Tab(memory, this::answer);
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
