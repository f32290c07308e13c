package org.pizzaorders.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.Ids;

class PurgeIT {

    private static ServiceFixture orders;

    private final Purge purge =
            new Purge(Service.ORDERS, orders.dataSource(), Duration.ofHours(1), Duration.ofDays(14));

    @BeforeAll
    static void prepareTheDatabase() {
        orders = ServiceFixture.of(Service.ORDERS);
    }

    @AfterAll
    static void close() {
        orders.close();
    }

    @Test
    void deletesWhatIsPastItsRetentionInBatchesAndNothingElse() {
        for (var i = 0; i < 5; i++) {
            orders.outbox().append(new OrderPaid(Ids.next()), 1);
        }
        orders.execute("update orders.outbox_events set published_at = now() - id * interval '25 minutes'"
                + " where id <> (select max(id) from orders.outbox_events)");
        orders.execute("insert into orders.processed_events (consumer, event_id, processed_at)"
                + " select 'test', gen_random_uuid(), now() - n * interval '1 day' from generate_series(10, 20) n");

        assertThat(purge.claim(4)).containsExactly(4);
        assertThat(purge.claim(4)).isEmpty();

        assertThat(orders.rows("select 1 from orders.outbox_events where published_at < now() - interval '1 hour'"))
                .isEmpty();
        assertThat(orders.rows("select 1 from orders.outbox_events where published_at is null"))
                .hasSize(1);
        assertThat(orders.rows("select 1 from orders.processed_events where processed_at < now() - interval '14 days'"))
                .isEmpty();
        assertThat(orders.rows("select 1 from orders.processed_events")).hasSize(4);
    }

    @Test
    void leavesItToTheInstanceThatIsAtIt() throws SQLException {
        orders.execute("insert into orders.processed_events (consumer, event_id, processed_at)"
                + " values ('test', gen_random_uuid(), now() - interval '15 days')");
        try (var other = orders.dataSource().getConnection();
                var lock = other.prepareStatement("select pg_advisory_lock(?)")) {
            lock.setLong(1, Purge.lock(Service.ORDERS));
            lock.execute();

            assertThat(purge.claim(1)).isEmpty();
            assertThat(orders.rows(
                            "select 1 from orders.processed_events where processed_at < now() - interval '14 days'"))
                    .isNotEmpty();
        }

        assertThat(purge.claim(100)).isEmpty();
        assertThat(orders.rows("select 1 from orders.processed_events where processed_at < now() - interval '14 days'"))
                .isEmpty();
    }
}
