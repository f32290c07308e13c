package org.pizzaorders.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pizzaorders.messaging.ServiceFixture.incoming;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.database.SingleConnection;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.deadletter.DeadLetterCipher;
import org.pizzaorders.messaging.deadletter.DeadLetterOffice;
import org.pizzaorders.messaging.event.CloudEvents;
import org.pizzaorders.messaging.event.UnreadableEvent;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.payment.api.PaymentEvent;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;

class InboxIT {

    private static final UUID ORDER = Ids.next();

    @AutoClose
    private static final ServiceFixture payments = ServiceFixture.of(Service.PAYMENTS);

    private final List<OrderEvent> applied = new ArrayList<>();

    @Test
    void appliesEachEventOnceInOrderHoweverOftenItIsDelivered() {
        var paid = incoming(new OrderPaid(ORDER), 1);
        var ready = incoming(new OrderReady(ORDER), 2);

        receive(payments.inbox(), List.of(paid, paid, ready));
        receive(payments.inbox(), List.of(paid, ready));

        assertThat(applied).containsExactly(new OrderPaid(ORDER), new OrderReady(ORDER));
    }

    @Test
    void keepsNoAnswerOfARollback() throws SQLException {
        var paid = incoming(new OrderPaid(ORDER), 1);
        try (var connection = payments.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            receive(inbox(SingleConnection.of(connection)), List.of(paid));
            connection.rollback();
        }

        receive(payments.inbox(), List.of(paid));

        assertThat(applied).hasSize(2);
    }

    @Test
    void ignoresEventTypesOfOtherFamilies() {
        receive(payments.inbox(), List.of(incoming(new OrderPaid(ORDER), 1)));
        payments.inbox()
                .<PaymentEvent>receive(
                        "payments", PaymentEvent.class, List.of(incoming(new OrderPaid(ORDER), 1)), event -> {
                            throw new AssertionError("not one of ours");
                        });

        assertThat(applied).hasSize(1);
    }

    @Test
    void carriesTheCorrelationOfTheEvent() {
        var seen = new ArrayList<String>();

        payments.inbox()
                .<OrderEvent>receive(
                        "correlated",
                        OrderEvent.class,
                        List.of(incoming(new OrderPaid(ORDER), 1)),
                        event -> seen.add(CallContext.current().correlationId()));

        assertThat(seen).containsExactly("test");
    }

    @Test
    void refusesAnEventItShouldKnowAndCannotRead() {
        var broken = record(incoming(new OrderPaid(ORDER), 1).headers(), "{\"orderId\": 42}");
        var nameless = record(Map.of(), "");

        assertThatThrownBy(() -> receive(payments.inbox(), List.of(broken))).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> receive(payments.inbox(), List.of(nameless))).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void refusesAVersionThatItDoesNotKnowOfATypeThatItKnows() {
        var newer = record(typed("org.pizzaorders.order.OrderPaid.v2"), "{}");
        var versionless = record(typed("org.pizzaorders.order.OrderPaid"), "{}");
        var unknown = record(typed("org.pizzaorders.order.OrderEaten.v2"), "{}");

        assertThatThrownBy(() -> receive(payments.inbox(), List.of(newer)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("OrderPaid");
        assertThatThrownBy(() -> receive(payments.inbox(), List.of(versionless)))
                .isInstanceOf(UnreadableEvent.class);
        receive(payments.inbox(), List.of(unknown));
        assertThat(applied).isEmpty();
    }

    private static Map<String, String> typed(String type) {
        var headers = new HashMap<>(incoming(new OrderPaid(ORDER), 1).headers());
        headers.put(CloudEvents.TYPE, type);
        return headers;
    }

    private static Inbox inbox(DataSource dataSource) {
        var cipher = new DeadLetterCipher(ServiceFixture.DEAD_LETTERS_KEY, List.of());
        return new DeadLetterOffice(Service.PAYMENTS, dataSource, payments.outbox(), cipher, action -> {}, () -> {})
                .inbox();
    }

    private static IncomingEvent record(Map<String, String> headers, String payload) {
        return new IncomingEvent("order-events", 0, 0, null, headers, payload.getBytes(StandardCharsets.UTF_8), false);
    }

    private void receive(Inbox inbox, List<IncomingEvent> events) {
        inbox.<OrderEvent>receive("payments", OrderEvent.class, events, event -> applied.add(event.event()));
    }
}
