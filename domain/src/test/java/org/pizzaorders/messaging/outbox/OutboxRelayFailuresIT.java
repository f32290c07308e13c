package org.pizzaorders.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.outbox.PublishResult.NotPublished;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;

/** What becomes of events that do not get through, and of those behind and beside them. */
class OutboxRelayFailuresIT {

    private static final UUID A = Ids.next();
    private static final UUID B = Ids.next();

    @AutoClose
    private static final ServiceFixture orders = ServiceFixture.of(Service.ORDERS);

    private final RelayScene scene = new RelayScene(orders);

    @BeforeEach
    void emptyTheOutbox() {
        orders.execute("delete from orders.outbox_events");
    }

    @Test
    void aRefusedEventHoldsBackOnlyItsAggregate() {
        scene.refused.add(A.toString());
        orders.outbox().append(new OrderPaid(A), 1);
        orders.outbox().append(new OrderReady(A), 2);
        orders.outbox().append(new OrderPaid(B), 1);
        orders.outbox().append(new OrderReady(B), 2);

        scene.drain(scene.relay());

        assertThat(scene.versions(A)).isEmpty();
        assertThat(scene.versions(B)).containsExactly(1, 2);
        assertThat(orders.rows("select attempts, last_error from orders.outbox_events order by id"))
                .extracting(row -> row.get("attempts"))
                .containsExactly(1, 0);
    }

    @Test
    void heldEventsFollowInOrderAfterItIsAccepted() {
        scene.refused.add(A.toString());
        orders.outbox().append(new OrderPaid(A), 1);
        orders.outbox().append(new OrderReady(A), 2);
        orders.outbox().append(new OrderPaid(B), 1);
        scene.drain(scene.relay());
        scene.refused.clear();
        orders.execute("update orders.outbox_events set next_attempt_at = now() where attempts > 0");

        scene.drain(scene.relay());

        assertThat(scene.versions(A)).containsExactly(1, 2);
    }

    @Test
    void anEventThatCannotBeSentIsADeadLetterAndItsAggregateWaits() {
        scene.hopeless.add(A.toString());
        orders.outbox().append(new OrderPaid(A), 1);
        orders.outbox().append(new OrderReady(A), 2);
        orders.outbox().append(new OrderPaid(B), 1);

        scene.drain(scene.relay());
        scene.hopeless.clear();
        scene.drain(scene.relay());

        assertThat(scene.dead).hasSize(1);
        assertThat(scene.versions(A)).isEmpty();
        assertThat(scene.versions(B)).containsExactly(1);
        assertThat(orders.rows("select last_error, next_attempt_at::text as due from orders.outbox_events order by id"))
                .extracting(row -> row.get("last_error"), row -> row.get("due"))
                .containsExactly(tuple("too large", "infinity"), tuple(null, null));
    }

    @Test
    void aRowThatFitsInNoRecordBecomesADeadLetter() {
        orders.outbox().append(new OrderPaid(A), 1);
        orders.outbox().append(new OrderPaid(B), 1);
        orders.execute(
                "update orders.outbox_events set headers = '{\"ce_id\": null}' where aggregate_id = ?", A.toString());

        scene.drain(scene.relay());

        assertThat(scene.dead).hasSize(1);
        assertThat(scene.versions(A)).isEmpty();
        assertThat(scene.versions(B)).containsExactly(1);
    }

    @Test
    void aDeadLetterThatCannotBeWrittenIsTriedAgainLater() {
        scene.hopeless.add(A.toString());
        orders.outbox().append(new OrderPaid(A), 1);
        var relay = new OutboxRelay(
                Service.ORDERS,
                new OutboxTable(Service.ORDERS, false),
                orders.dataSource(),
                events -> events.stream()
                        .map(scene::publish)
                        .map(CompletableFuture::completedStage)
                        .toList(),
                (connection, event, reason) -> {
                    throw new SQLException("no room");
                },
                new WakeUps(Service.ORDERS, orders.dataSource(), wakeUp -> {}, () -> {}));

        scene.drain(relay);

        assertThat(orders.rows(
                        "select attempts from orders.outbox_events where next_attempt_at < now() + interval '1 hour'"))
                .hasSize(1);
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
        var relay = scene.relaying(events -> events.stream()
                .map(event -> stuck.containsKey(event.aggregateId())
                        ? stuck.get(event.aggregateId())
                        : CompletableFuture.completedStage(scene.publish(event)))
                .toList());

        while (scene.versions(B).isEmpty()) {
            relay.attempt(relay.claim(20));
        }

        assertThat(scene.topic).hasSize(101);
        stuck.values().forEach(stage -> stage.complete(new NotPublished("no leader", true)));
        relay.rest();
        assertThat(orders.rows("select distinct attempts from orders.outbox_events"))
                .containsExactly(Map.of("attempts", 1));
    }

    @Test
    void anUnreachableBrokerUsesUpNoAttempts() {
        orders.outbox().append(new OrderPaid(A), 1);
        var relay = scene.relay(event -> new NotPublished("no broker", true));

        assertThatThrownBy(() -> scene.drain(relay)).hasMessageContaining("no broker");

        assertThat(orders.rows("select attempts, next_attempt_at from orders.outbox_events"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("attempts")).isEqualTo(0))
                .satisfies(row -> assertThat(row.get("next_attempt_at")).isNull());
    }

    @Test
    void aTopicThatAcceptsNothingDoesNotDelayOthers() {
        for (var i = 0; i < 200; i++) {
            orders.outbox().append(new OrderPaid(Ids.next()), 1);
        }
        orders.outbox().append("another-topic", "key", Ids.next(), "Another", "{}");
        var relay = scene.relay(event ->
                event.topic().equals("another-topic") ? scene.publish(event) : new NotPublished("no leader", true));

        assertThatThrownBy(() -> scene.drain(relay)).hasMessageContaining("no leader");

        assertThat(scene.topic).extracting(OutgoingEvent::topic).containsExactly("another-topic");
        assertThat(orders.rows("select 1 from orders.outbox_events")).hasSize(200);
    }

    @Test
    void aCrashAfterTheAcknowledgementSendsTheSameEventAgain() {
        orders.outbox().append(new OrderPaid(A), 1);
        var dies = scene.relaying(events -> {
            scene.topic.addAll(events);
            throw new IllegalStateException("died");
        });
        assertThatThrownBy(() -> scene.drain(dies)).hasMessage("died");

        scene.drain(scene.relay());

        assertThat(scene.topic).hasSize(2);
        assertThat(scene.topic.get(0).headers()).isEqualTo(scene.topic.get(1).headers());
    }
}
