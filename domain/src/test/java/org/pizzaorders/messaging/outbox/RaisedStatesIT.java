package org.pizzaorders.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.pizzaorders.messaging.ServiceFixture.incoming;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.database.DatabaseAway;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueTable;

/** What messaging makes of what a database says that is out of order, and that it goes on by itself afterwards. */
class RaisedStatesIT {

    private static final List<String> TABLES = List.of("processed_events", "outbox_events", "dead_letters");

    @AutoClose
    private static final ServiceFixture orders = ServiceFixture.of(Service.ORDERS);

    private final RelayScene scene = new RelayScene(orders);
    private final UUID order = Ids.next();

    @AfterEach
    void worksAgain() {
        TABLES.forEach(table -> orders.execute("drop trigger if exists out_of_order on orders." + table));
        orders.execute("delete from orders.outbox_events");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "25006", "28000", "40001", "40P01", "42501", "53100", "53200", "53300", "53400", "55P03",
                "57014", "57P01", "57P02", "57P03", "58030", "58P01", "F0000", "XX000", "XX001", "XX002"
            })
    void failuresOfTheDatabaseAreAnOutageAndTemporary(String state) {
        orders.outbox().append(new OrderPaid(order), 1);
        var heard = incoming(new OrderPaid(order), 1);

        raise(state);
        var failures = List.of(
                catchThrowable(() -> hear(heard)),
                catchThrowable(() -> due().claim(10, Duration.ofMinutes(1))),
                catchThrowable(() -> orders.inTransaction(() -> orders.outbox().append(new OrderPaid(order), 2))));
        stopRaising();
        hear(heard);

        assertThat(failures).allMatch(DatabaseAway::isBehind);
        assertThat(orders.rows(
                        "select 1 from orders.processed_events where event_id = ?::uuid",
                        heard.id().toString()))
                .hasSize(1);
    }

    @Test
    void theRelayWaitsUntilTheDatabaseSettlesAgainWhatItHasSent() {
        orders.outbox().append(new OrderPaid(order), 1);
        orders.outbox().append(new OrderReady(order), 2);

        raise("XX000");
        var failure = catchThrowable(() -> scene.drain(scene.relay()));
        stopRaising();
        scene.drain(scene.relay());

        assertThat(failure).matches(DatabaseAway::isBehind);
        assertThat(scene.dead).isEmpty();
        assertThat(scene.versions(order)).endsWith(2).isSorted();
    }

    private void hear(IncomingEvent event) {
        orders.inTransaction(
                () -> orders.inbox().<OrderEvent>receive("raised", OrderEvent.class, List.of(event), e -> {}));
    }

    private static DueTable due() {
        return DueTable.by("created_at", orders.dataSource(), "orders.outbox_events");
    }

    private static void raise(String state) {
        orders.execute("create or replace function orders.out_of_order() returns trigger language plpgsql as $$"
                + " begin raise exception 'out of order' using errcode = '" + state + "'; end $$");
        TABLES.forEach(
                table -> orders.execute("create trigger out_of_order before insert or update or delete on orders."
                        + table + " for each statement execute function orders.out_of_order()"));
    }

    private static void stopRaising() {
        TABLES.forEach(table -> orders.execute("drop trigger out_of_order on orders." + table));
    }
}
