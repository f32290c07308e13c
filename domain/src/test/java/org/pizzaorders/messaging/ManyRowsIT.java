package org.pizzaorders.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueTable;

/** What the timers of messaging read. */
class ManyRowsIT {

    private static final int BATCH = 100;

    @AutoClose
    private static final ServiceFixture orders = ServiceFixture.of(Service.ORDERS);

    private final ManyRows rows = new ManyRows(orders);

    @Test
    void findsExpiredRowsByIndex() {
        orders.execute("insert into orders.outbox_events (event_id, aggregate_id, aggregate_version, partition_key,"
                + " event_type, topic, payload, headers, published_at) select gen_random_uuid(), n::text, 1, 'k', 'e',"
                + " 'order-events', '{}', '{}', now() - interval '1 year'" + ManyRows.SOME);
        orders.execute("insert into orders.processed_events select 'c', gen_random_uuid(), now() - interval '1 year'"
                + ManyRows.SOME);
        orders.execute("insert into orders.idempotency_keys select 'guest', 'POST', n::text, '', 201, null, null, '',"
                + " now() - interval '1 year'" + ManyRows.SOME);
        orders.execute(
                "insert into orders.operator_actions select gen_random_uuid(), now() - interval '2 years', 'o', 'a',"
                        + " 't', 'r', 1" + ManyRows.SOME);
        letters("REDRIVEN", "null", "now() - interval '1 year'");

        for (var expiry : MessagingExpiries.of(Service.ORDERS)) {
            rows.assertFew(expiry.table(), () -> orders.purge(List.of(expiry)));
        }
    }

    @Test
    void deadLettersToBeRedriven() {
        letters("REDRIVING", "now()", "null");
        var due = new DueTable(orders.dataSource(), "orders.dead_letters", "");

        rows.assertFew(
                "a page",
                () -> assertThat(due.claim(BATCH, Duration.ofMinutes(1))).hasSize(BATCH));
    }

    private static void letters(String status, String due, String resolved) {
        orders.execute("insert into orders.dead_letters (id, kind, status, consumer, topic, record_partition,"
                + " record_offset, record_key, next_attempt_at, resolved_at) select gen_random_uuid(), 'INCOMING', '"
                + status + "', '" + status + "', 't', 0, n, n::text, " + due + ", " + resolved + ManyRows.SOME);
    }
}
