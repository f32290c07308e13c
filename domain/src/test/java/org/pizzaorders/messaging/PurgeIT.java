package org.pizzaorders.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.Purge;

class PurgeIT {

    @AutoClose
    private static final ServiceFixture orders = ServiceFixture.of(Service.ORDERS);

    private final Purge purge = new Purge(
            Service.ORDERS,
            orders.dataSource(),
            MessagingExpiries.of(Service.ORDERS),
            (setting, otherwise) -> otherwise.isZero() ? Duration.ofHours(1) : otherwise);

    @Test
    void deletesOnlyExpiredRowsAndInBatches() {
        for (var i = 0; i < 5; i++) {
            orders.outbox().append(new OrderPaid(Ids.next()), 1);
        }
        orders.execute("update orders.outbox_events set published_at = now() - id * interval '25 minutes'"
                + " where id <> (select max(id) from orders.outbox_events)");
        orders.execute("insert into orders.processed_events (consumer, event_id, processed_at)"
                + " select 'test', gen_random_uuid(), now() - n * interval '1 day' from generate_series(10, 20) n");

        assertThat(purge.run(4)).isTrue();
        assertThat(purge.run(4)).isFalse();

        assertThat(orders.rows("select 1 from orders.outbox_events where published_at < now() - interval '1 hour'"))
                .isEmpty();
        assertThat(orders.rows("select 1 from orders.outbox_events where published_at is null"))
                .hasSize(1);
        assertThat(orders.rows("select 1 from orders.processed_events where processed_at < now() - interval '14 days'"))
                .isEmpty();
        assertThat(orders.rows("select 1 from orders.processed_events")).hasSize(4);
    }

    @Test
    void purgesOldAnswersLettersAndDecisionsAndKeepsTheOthers() {
        orders.execute(
                "insert into orders.idempotency_keys"
                        + " (scope, operation, idempotency_key, fingerprint, status, body, created_at)"
                        + " select 'guest', 'POST', n::text, '', 201, '', now() - n * interval '1 day' from generate_series(0, 2) n");
        orders.execute("insert into orders.dead_letters (id, kind, status, consumer, topic, record_key, resolved_at,"
                + " next_attempt_at) values"
                + " (gen_random_uuid(), 'INCOMING', 'DISCARDED', 'c', 't', 'over', now() - interval '31 days', null),"
                + " (gen_random_uuid(), 'INCOMING', 'DISCARDED', 'c', 't', 'due', now() - interval '31 days', now()),"
                + " (gen_random_uuid(), 'INCOMING', 'REDRIVEN', 'c', 't', 'recent', now() - interval '29 days', null),"
                + " (gen_random_uuid(), 'INCOMING', 'OPEN', 'c', 't', 'open', null, null)");
        orders.execute("insert into orders.operator_actions (id, taken_at, taken_by, action, target, reason, touched)"
                + " select gen_random_uuid(), now() - n * interval '1 day', 'olga', 'a', n::text, 'r', 1"
                + " from unnest(array[364, 366]) n");
        orders.execute("insert into orders.circuit_breakers (name, override, changed_at) values"
                + " ('gone', 'NONE', now() - interval '2 years'), ('held', 'OPEN', now() - interval '2 years')");

        assertThat(purge.run(100)).isFalse();

        assertThat(column("select idempotency_key from orders.idempotency_keys"))
                .containsExactly("0");
        assertThat(column("select record_key from orders.dead_letters"))
                .containsExactlyInAnyOrder("due", "recent", "open");
        assertThat(column("select target from orders.operator_actions")).containsExactly("364");
        assertThat(column("select name from orders.circuit_breakers")).containsExactly("held");
    }

    private static List<Object> column(String query) {
        return orders.rows(query).stream()
                .map(row -> row.values().iterator().next())
                .toList();
    }

    @Test
    void leavesTheRowToTheInstanceThatWorksOnIt() throws SQLException {
        orders.execute("insert into orders.processed_events (consumer, event_id, processed_at)"
                + " values ('test', gen_random_uuid(), now() - interval '15 days')");
        try (var other = orders.dataSource().getConnection();
                var lock = other.prepareStatement("select pg_advisory_lock(?)")) {
            lock.setLong(1, Purge.lock(Service.ORDERS));
            lock.execute();

            assertThat(purge.run(1)).isFalse();
            assertThat(orders.rows(
                            "select 1 from orders.processed_events where processed_at < now() - interval '14 days'"))
                    .isNotEmpty();
        }

        assertThat(purge.run(100)).isFalse();
        assertThat(orders.rows("select 1 from orders.processed_events where processed_at < now() - interval '14 days'"))
                .isEmpty();
    }
}
