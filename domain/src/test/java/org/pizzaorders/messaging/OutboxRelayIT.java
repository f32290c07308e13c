package org.pizzaorders.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.PublishResult.NotPublished;
import org.pizzaorders.messaging.PublishResult.Published;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.shared.Ids;

class OutboxRelayIT {

    private static final UUID A = Ids.next();
    private static final UUID B = Ids.next();

    private static ServiceFixture orders;

    private final List<OutgoingEvent> topic = new CopyOnWriteArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> hopeless = new HashSet<>();
    private final List<Long> dead = new ArrayList<>();
    private boolean keepsPublished;

    @BeforeAll
    static void prepareTheDatabase() {
        orders = ServiceFixture.of(Service.ORDERS);
    }

    @AfterAll
    static void close() {
        orders.close();
    }

    @BeforeEach
    void emptyTheOutbox() {
        orders.execute("delete from orders.outbox_events");
    }

    @Test
    void publishesInTheOrderOfWritingAndEmptiesTheOutbox() {
        orders.outbox().append(new OrderPaid(A), 1);
        orders.outbox().append(new OrderPaid(B), 1);
        orders.outbox().append(new OrderReady(A), 2);

        drain(relay());

        assertThat(versions(A)).containsExactly(1, 2);
        assertThat(versions(B)).containsExactly(1);
        assertThat(orders.outboxEntries()).isEmpty();
    }

    @Test
    void tellsEverythingThatCloudEventsAsksFor() {
        orders.outbox().append(new OrderPaid(A), 7);

        drain(relay());

        var event = topic.get(0);
        assertThat(event.topic()).isEqualTo("order-events");
        assertThat(event.key()).isEqualTo(A.toString());
        assertThat(event.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "org.pizzaorders.order.OrderPaid.v1")
                .containsEntry("ce_source", "/pizza-orders/orders")
                .containsEntry("ce_subject", A.toString())
                .containsEntry("ce_aggregateversion", "7")
                .containsKeys("ce_id", "ce_time", "ce_correlationid");
    }

    @Test
    void aRefusedEventHoldsBackItsAggregateAndNobodyElse() {
        refused.add(A.toString());
        orders.outbox().append(new OrderPaid(A), 1);
        orders.outbox().append(new OrderReady(A), 2);
        orders.outbox().append(new OrderPaid(B), 1);
        orders.outbox().append(new OrderReady(B), 2);

        drain(relay());

        assertThat(versions(A)).isEmpty();
        assertThat(versions(B)).containsExactly(1, 2);
        assertThat(orders.rows("select attempts, last_error from orders.outbox_events order by id"))
                .extracting(row -> row.get("attempts"))
                .containsExactly(1, 0);
    }

    @Test
    void whatWasHeldBackFollowsInOrderOnceItIsAccepted() {
        refused.add(A.toString());
        orders.outbox().append(new OrderPaid(A), 1);
        orders.outbox().append(new OrderReady(A), 2);
        orders.outbox().append(new OrderPaid(B), 1);
        drain(relay());
        refused.clear();
        orders.execute("update orders.outbox_events set next_attempt_at = now() where attempts > 0");

        drain(relay());

        assertThat(versions(A)).containsExactly(1, 2);
    }

    @Test
    void whatCanNeverBeSentIsADeadLetterAndItsAggregateWaitsBehindIt() {
        hopeless.add(A.toString());
        orders.outbox().append(new OrderPaid(A), 1);
        orders.outbox().append(new OrderReady(A), 2);
        orders.outbox().append(new OrderPaid(B), 1);

        drain(relay());
        hopeless.clear();
        drain(relay());

        assertThat(dead).hasSize(1);
        assertThat(versions(A)).isEmpty();
        assertThat(versions(B)).containsExactly(1);
        assertThat(orders.rows("select last_error, next_attempt_at::text as due from orders.outbox_events order by id"))
                .extracting(row -> row.get("last_error"), row -> row.get("due"))
                .containsExactly(tuple("too large", "infinity"), tuple(null, null));
    }

    @Test
    void aRowThatNoRecordCanCarryIsADeadLetterToo() {
        orders.outbox().append(new OrderPaid(A), 1);
        orders.outbox().append(new OrderPaid(B), 1);
        orders.execute(
                "update orders.outbox_events set headers = '{\"ce_id\": null}' where aggregate_id = ?", A.toString());

        drain(relay());

        assertThat(dead).hasSize(1);
        assertThat(versions(A)).isEmpty();
        assertThat(versions(B)).containsExactly(1);
    }

    @Test
    void aDeadLetterThatCannotBeWrittenIsTriedAgainLater() {
        hopeless.add(A.toString());
        orders.outbox().append(new OrderPaid(A), 1);
        var relay = new OutboxRelay(
                Service.ORDERS,
                new OutboxTable(Service.ORDERS, false),
                orders.dataSource(),
                events -> events.stream()
                        .map(this::publish)
                        .map(CompletableFuture::completedStage)
                        .toList(),
                (connection, event, reason) -> {
                    throw new SQLException("no room");
                },
                new WakeUps(Service.ORDERS, orders.dataSource(), wakeUp -> {}, () -> {}));

        drain(relay);

        assertThat(orders.rows(
                        "select attempts from orders.outbox_events where next_attempt_at < now() + interval '1 hour'"))
                .hasSize(1);
    }

    @Test
    void publishedEventsStayWhereTheyAreToBeKept() {
        keepsPublished = true;
        orders.outbox().append(new OrderPaid(A), 1);

        drain(relay());
        drain(relay());

        assertThat(topic).hasSize(1);
        assertThat(orders.rows("select 1 from orders.outbox_events where published_at is not null"))
                .hasSize(1);
    }

    @Test
    void moreEventsOfOneAggregateThanItKeepsInMemoryStayInOrder() {
        for (var version = 1; version <= 300; version++) {
            orders.outbox().append(new OrderPaid(A), version);
        }
        orders.outbox().append(new OrderPaid(B), 1);

        drain(relay());

        assertThat(versions(A)).isEqualTo(IntStream.rangeClosed(1, 300).boxed().toList());
        assertThat(versions(B)).containsExactly(1);
        assertThat(orders.outboxEntries()).isEmpty();
    }

    @Test
    void stuckEventsDoNotStarveTheOthers() {
        var stuck = new HashMap<String, CompletableFuture<PublishResult>>();
        for (var i = 0; i < 100; i++) {
            var id = Ids.next();
            stuck.put(id.toString(), new CompletableFuture<>());
            orders.outbox().append(new OrderPaid(id), 1);
        }
        for (var i = 0; i < 100; i++) {
            orders.outbox().append(new OrderPaid(Ids.next()), 1);
        }
        orders.outbox().append(new OrderPaid(B), 1);
        var relay = relaying(events -> events.stream()
                .map(event -> stuck.containsKey(event.aggregateId())
                        ? stuck.get(event.aggregateId())
                        : CompletableFuture.completedStage(publish(event)))
                .toList());

        while (versions(B).isEmpty()) {
            relay.attempt(relay.claim(20));
        }

        assertThat(topic).hasSize(101);
        stuck.values().forEach(stage -> stage.complete(new NotPublished("no leader", true)));
        relay.rest();
        assertThat(orders.rows("select distinct attempts from orders.outbox_events"))
                .containsExactly(Map.of("attempts", 1));
    }

    @Test
    void anUnreachableBrokerSpendsNoAttempts() {
        orders.outbox().append(new OrderPaid(A), 1);
        var relay = relay(event -> new NotPublished("no broker", true));

        assertThatThrownBy(() -> drain(relay)).hasMessage("no broker");

        assertThat(orders.rows("select attempts, next_attempt_at from orders.outbox_events"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("attempts")).isEqualTo(0))
                .satisfies(row -> assertThat(row.get("next_attempt_at")).isNull());
    }

    @Test
    void dyingAfterTheBrokersWordSendsTheSameEventAgain() {
        orders.outbox().append(new OrderPaid(A), 1);
        var dies = relaying(events -> {
            topic.addAll(events);
            throw new IllegalStateException("died");
        });
        assertThatThrownBy(() -> drain(dies)).hasMessage("died");

        drain(relay());

        assertThat(topic).hasSize(2);
        assertThat(topic.get(0).headers()).isEqualTo(topic.get(1).headers());
    }

    @Test
    void onlyOneRelayWorksAnOutboxUntilItRests() {
        var first = relay();
        var second = relay();
        assertThat(first.claim(10)).isEmpty();
        assertThat(first.isRelaying()).isTrue();
        orders.outbox().append(new OrderPaid(A), 1);

        assertThat(second.claim(10)).isEmpty();
        assertThat(second.isRelaying()).isFalse();

        first.rest();
        assertThat(second.claim(10)).hasSize(1);
        second.rest();
    }

    @Test
    void anEventOfALateCommitWithASmallerIdIsNotMissed() throws SQLException {
        try (var late = orders.dataSource().getConnection()) {
            late.setAutoCommit(false);
            var outbox =
                    new Outbox(Service.ORDERS, SingleConnection.of(late), Clock.systemUTC(), action -> {}, () -> {});
            outbox.append(new OrderPaid(A), 1);
            orders.outbox().append(new OrderPaid(B), 1);
            drain(relay());
            assertThat(versions(B)).containsExactly(1);

            late.commit();
        }
        drain(relay());

        assertThat(versions(A)).containsExactly(1);
    }

    @Test
    void manyWritersLoseNothing() throws InterruptedException {
        var writers = Executors.newFixedThreadPool(4);
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < 200; i++) {
            var id = Ids.next();
            ids.add(id);
            writers.execute(() -> {
                orders.outbox().append(new OrderPaid(id), 1);
                orders.outbox().append(new OrderReady(id), 2);
            });
        }
        writers.shutdown();
        while (!writers.awaitTermination(5, TimeUnit.MILLISECONDS)) {
            drain(relay());
        }
        drain(relay());

        assertThat(topic).hasSize(400);
        assertThat(ids).allSatisfy(id -> assertThat(versions(id)).containsExactly(1, 2));
    }

    private OutboxRelay relay() {
        return relay(this::publish);
    }

    private OutboxRelay relay(Function<OutgoingEvent, PublishResult> publish) {
        return relaying(events -> events.stream()
                .map(publish)
                .map(CompletableFuture::completedStage)
                .toList());
    }

    private OutboxRelay relaying(EventPublisher publisher) {
        return new OutboxRelay(
                Service.ORDERS,
                new OutboxTable(Service.ORDERS, keepsPublished),
                orders.dataSource(),
                publisher,
                (connection, event, reason) -> dead.add(event.id()),
                new WakeUps(Service.ORDERS, orders.dataSource(), wakeUp -> {}, () -> {}));
    }

    private PublishResult publish(OutgoingEvent event) {
        if (refused.contains(event.aggregateId())) {
            return new NotPublished("refused", true);
        }
        if (hopeless.contains(event.aggregateId())) {
            return new NotPublished("too large", false);
        }
        topic.add(event);
        return new Published();
    }

    private static void drain(OutboxRelay relay) {
        try {
            for (var claimed = relay.claim(50); !claimed.isEmpty(); claimed = relay.claim(50)) {
                relay.attempt(claimed);
            }
        } finally {
            relay.rest();
        }
    }

    private List<Integer> versions(UUID aggregate) {
        return topic.stream()
                .filter(event -> event.aggregateId().equals(aggregate.toString()))
                .map(event -> Integer.valueOf(event.headers().get("ce_aggregateversion")))
                .toList();
    }
}
