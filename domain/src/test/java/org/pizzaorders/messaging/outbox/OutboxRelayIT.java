package org.pizzaorders.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.database.SingleConnection;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;

class OutboxRelayIT {

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
    void publishesInTheOrderOfWritingAndEmptiesTheOutbox() {
        orders.outbox().append(new OrderPaid(A), 1);
        orders.outbox().append(new OrderPaid(B), 1);
        orders.outbox().append(new OrderReady(A), 2);

        scene.drain(scene.relay());

        assertThat(scene.versions(A)).containsExactly(1, 2);
        assertThat(scene.versions(B)).containsExactly(1);
        assertThat(orders.outboxEntries()).isEmpty();
    }

    @Test
    void setsAllAttributesThatCloudEventsRequires() {
        orders.outbox().append(new OrderPaid(A), 7);

        scene.drain(scene.relay());

        var event = scene.topic.get(0);
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
    void publishedEventsStayIfTheyAreConfiguredToBeKept() {
        scene.keepsPublished = true;
        orders.outbox().append(new OrderPaid(A), 1);

        scene.drain(scene.relay());
        scene.drain(scene.relay());

        assertThat(scene.topic).hasSize(1);
        assertThat(orders.rows("select 1 from orders.outbox_events where published_at is not null"))
                .hasSize(1);
    }

    @Test
    void moreEventsOfOneAggregateThanItKeepsInMemoryStayInOrder() {
        for (var version = 1; version <= 300; version++) {
            orders.outbox().append(new OrderPaid(A), version);
        }
        orders.outbox().append(new OrderPaid(B), 1);

        scene.drain(scene.relay());

        assertThat(scene.versions(A))
                .isEqualTo(IntStream.rangeClosed(1, 300).boxed().toList());
        assertThat(scene.versions(B)).containsExactly(1);
        assertThat(orders.outboxEntries()).isEmpty();
    }

    @Test
    void onlyOneRelayWorksOnAnOutboxAtATime() {
        var first = scene.relay();
        var second = scene.relay();
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
            scene.drain(scene.relay());
            assertThat(scene.versions(B)).containsExactly(1);

            late.commit();
        }
        scene.drain(scene.relay());

        assertThat(scene.versions(A)).containsExactly(1);
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
            scene.drain(scene.relay());
        }
        scene.drain(scene.relay());

        assertThat(scene.topic).hasSize(400);
        assertThat(ids).allSatisfy(id -> assertThat(scene.versions(id)).containsExactly(1, 2));
    }
}
