package org.pizzaorders.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ManyRows;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.shared.Service;

/** What the relay reads when a broker was away for long, or a topic refuses everything. */
class FullOutboxIT {

    private static final int BATCH = 100;

    @AutoClose
    private static final ServiceFixture orders = ServiceFixture.of(Service.ORDERS);

    private final RelayScene scene = new RelayScene(orders);
    private final ManyRows rows = new ManyRows(orders);

    /** Statistics from a quiet day, when nothing is refused. */
    @BeforeEach
    void quietDay() {
        orders.execute(
                "insert into orders.outbox_events (event_id, aggregate_id, aggregate_version, partition_key, event_type,"
                        + " topic, payload, headers) select gen_random_uuid(), n::text, 1, 'k', 'e', 'order-events', '{}', '{}'"
                        + " from generate_series(1, 1000) n");
        orders.execute("analyze orders.outbox_events");
        orders.execute("truncate orders.outbox_events");
    }

    @Test
    void readsAPageOfTheBacklogByIndex() {
        outbox("n::text", 0, null);

        rows.assertFew("the first page", () -> relayOnce(BATCH));
    }

    @Test
    void findsNothingToSendBesidesRefusedEvents() {
        outbox("n::text", 1, "now() + interval '1 hour'");

        rows.assertFew("nothing is due", () -> relayOnce(0));
    }

    @Test
    void findsNothingToSendBehindARefusedEvent() {
        outbox("(n / 3)::text", 0, null);
        orders.execute("update orders.outbox_events o set attempts = 1, next_attempt_at = 'infinity'"
                + " where not exists (select 1 from orders.outbox_events b where b.id = o.id - 1"
                + " and b.aggregate_id = o.aggregate_id)");

        rows.assertReads("nothing may go: two looks each", 2 * ManyRows.MANY, () -> relayOnce(0));
    }

    @Test
    void aPageOfWhatIsDueAgain() {
        outbox("n::text", 1, "now()");

        rows.assertFew("due again", () -> relayOnce(BATCH / 4));
    }

    @Test
    void figuresOfTheBacklog() {
        outbox("n::text", 0, null);
        outbox("n::text", 1, "now()");

        rows.assertReads(
                "counts end", 2 * Backlog.COUNTED + 10, () -> new Backlog(Service.ORDERS, orders.dataSource()).read());
    }

    private void relayOnce(int found) {
        var relay = scene.relay();
        try {
            assertThat(relay.claim(BATCH).size()).isEqualTo(found);
        } finally {
            relay.rest();
        }
    }

    private static void outbox(String aggregate, int attempts, String due) {
        orders.execute("insert into orders.outbox_events (event_id, aggregate_id, aggregate_version, partition_key,"
                + " event_type, topic, payload, headers, attempts, next_attempt_at) select gen_random_uuid(), "
                + aggregate + ", 1, 'k', 'e', 'order-events', '{}', '{}', " + attempts + ", " + due + ManyRows.SOME);
    }
}
