package org.pizzaorders.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.messaging.event.CloudEvents;
import org.pizzaorders.messaging.event.EventJson;
import org.pizzaorders.messaging.event.EventType;
import org.pizzaorders.messaging.event.UnreadableEvent;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.Ids;

/** What a record says of itself is read as it is meant, or not at all. */
class IncomingEventTest {

    private static final UUID ID = Ids.next();
    private static final UUID ORDER = Ids.next();

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+1", " 1", "1.0", "1e1", "0x1", "\u0661", "2147483648", "99999999999", ""})
    void refusesAVersionThatIsNotACount(String version) {
        var headers = Map.of(
                CloudEvents.ID,
                ID.toString(),
                CloudEvents.TYPE,
                EventType.nameOf(OrderPaid.class),
                CloudEvents.TIME,
                "2026-01-01T10:00:00Z",
                CloudEvents.AGGREGATE_VERSION,
                version);
        var event = new IncomingEvent(
                "order-events",
                0,
                0,
                "k",
                headers,
                EventJson.write(new OrderPaid(ORDER)).getBytes(StandardCharsets.UTF_8),
                false);

        assertThatThrownBy(() -> event.open(OrderPaid.class)).isInstanceOf(UnreadableEvent.class);
    }
}
