package org.pizzaorders.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;

class OutboxIT {

    private static final UUID ORDER = Ids.next();
    private static final String QUOTED = "\"a\", {b}, \\, 'c', naïve, 🍕";

    @AutoClose
    private static final ServiceFixture orders = ServiceFixture.of(Service.ORDERS);

    @AfterEach
    void empty() {
        orders.execute("delete from outbox_events");
    }

    @Test
    void writesTheEventsOfOnePieceOfWorkByOneStatementInTheirOrder() {
        var statements = orders.statementsOf(() -> together(() -> IntStream.rangeClosed(1, 200)
                .forEach(version -> orders.outbox().append(new OrderPaid(ORDER), version))));

        assertThat(statements).isEqualTo(1);
        assertThat(orders.rows("select aggregate_version from outbox_events order by id"))
                .extracting(row -> row.get("aggregate_version"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void keepsWhateverTextAnEventHolds() {
        together(() -> orders.outbox().append(new OrderCancelled(ORDER, QUOTED), 1));

        assertThat(orders.rows("select payload ->> 'reason' as reason from outbox_events"))
                .extracting(row -> row.get("reason"))
                .containsExactly(QUOTED);
    }

    @Test
    void givesEachEventTheCorrelationIdOfItsOwnCall() {
        together(() -> {
            append("one", 1);
            append("two", 2);
        });

        assertThat(orders.rows("select headers ->> 'ce_correlationid' as id from outbox_events order by id"))
                .extracting(row -> row.get("id"))
                .containsExactly("one", "two");
    }

    @Test
    void writesNothingOfWorkThatFails() {
        assertThatThrownBy(() -> together(() -> {
                    orders.outbox().append(new OrderPaid(ORDER), 1);
                    throw new IllegalStateException("no dough");
                }))
                .hasMessage("no dough");

        assertThat(orders.outboxEntries()).isEmpty();
    }

    @Test
    void writesAnEventAtOnceAfterSuchWork() {
        together(() -> orders.outbox().append(new OrderPaid(ORDER), 1));

        orders.outbox().append(new OrderReady(ORDER), 2);

        assertThat(orders.outboxEntries()).hasSize(2);
    }

    private static void together(Runnable work) {
        orders.inTransaction(() -> orders.outbox().inOneStatement(work));
    }

    private static void append(String correlationId, int version) {
        try (var bound = CallContext.of(correlationId, null).bind()) {
            orders.outbox().append(new OrderPaid(ORDER), version);
        }
    }
}
