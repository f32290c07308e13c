package org.pizzaorders.messaging.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.catalog.api.MenuEvent;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaAdded;
import org.pizzaorders.catalog.api.PizzaChanged;
import org.pizzaorders.catalog.api.PizzaPrice;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.catalog.api.PizzaWithdrawn;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.NotificationEvent;
import org.pizzaorders.notification.api.NotificationFailed;
import org.pizzaorders.notification.api.NotificationSent;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderConfirmed;
import org.pizzaorders.order.api.OrderCreated;
import org.pizzaorders.order.api.OrderDelivered;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.api.OrderOverdue;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.order.api.OrderPreparing;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.payment.api.PaymentCompleted;
import org.pizzaorders.payment.api.PaymentEvent;
import org.pizzaorders.payment.api.PaymentExpired;
import org.pizzaorders.payment.api.PaymentFailed;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentRefunded;
import org.pizzaorders.shared.DomainEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventJsonTest {

    private static final UUID ID = UUID.fromString("0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11");
    private static final UUID ORDER = UUID.fromString("0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b12");
    private static final Pizza PIZZA = new Pizza(
            "margherita",
            Map.of("en", new PizzaText("Margherita", "The first one", List.of("tomato", "mozzarella"))),
            null,
            true,
            List.of(new PizzaPrice(PizzaSize.SMALL, 45_000)),
            "RUB");

    static Stream<DomainEvent> everyEvent() {
        return Stream.of(
                new PizzaAdded(PIZZA),
                new PizzaChanged(PIZZA),
                new PizzaWithdrawn("margherita"),
                new OrderCreated(
                        ORDER,
                        null,
                        new Customer("Анна", "anna@pizza.test", "+79161234567", "ru"),
                        List.of(new PricedLine("margherita", "Маргарита", PizzaSize.LARGE, 2, 75_000, 150_000)),
                        150_000,
                        "RUB",
                        "Тверская, 1",
                        new PaymentChoice(PaymentMethod.CARD, "tok_visa")),
                new OrderOverdue(ORDER),
                new OrderPaid(ORDER),
                new OrderConfirmed(ORDER),
                new OrderPreparing(ORDER),
                new OrderReady(ORDER),
                new OrderDelivered(ORDER),
                new OrderCancelled(ORDER, "changed my mind"),
                new PaymentCompleted(ID, ORDER, 150_000, "RUB", PaymentMethod.CARD, "ch_1"),
                new PaymentFailed(ID, ORDER, 150_000, "RUB", PaymentMethod.CARD, "card_declined"),
                new PaymentExpired(ID, ORDER),
                new PaymentRefunded(ID, ORDER, 150_000, "RUB", PaymentMethod.CASH, null),
                new NotificationSent(ID, ORDER, "OrderPaid", List.of(Channel.EMAIL)),
                new NotificationFailed(ID, null, "Hello", List.of(Channel.SMS, Channel.PUSH)));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void survivesTheRoundTrip(DomainEvent event) {
        var json = EventJson.write(event);

        assertThat(EventJson.read(bytes(json), event.getClass())).isEqualTo(event);
    }

    @Test
    void theListAboveHasEveryEventOfEveryFamily() {
        var families = Stream.of(MenuEvent.class, OrderEvent.class, PaymentEvent.class, NotificationEvent.class);

        assertThat(everyEvent().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        families.<Class<?>>flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                                .toList());
    }

    @Test
    void containsTheFieldsOfTheRecordAndNothingElse() {
        assertThat(EventJson.write(new OrderPaid(ORDER))).isEqualTo("{\"orderId\":\"" + ORDER + "\"}");
    }

    @Test
    void ignoresFieldsOfLaterVersions() {
        var json = "{\"orderId\":\"" + ORDER + "\",\"since\":\"next year\"}";

        assertThat(EventJson.read(bytes(json), OrderPaid.class)).isEqualTo(new OrderPaid(ORDER));
    }

    @Test
    void doesNotQuoteThePayloadInItsMessage() {
        assertThatThrownBy(() -> EventJson.read(bytes("{\"orderId\":\"anna@pizza.test\"}"), OrderPaid.class))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageNotContaining("anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "", "{\"paymentId\":\"0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11\"}"})
    void refusesAnEventWithoutItsAggregate(String json) {
        assertThatThrownBy(() -> EventJson.read(bytes(json), PaymentCompleted.class))
                .isInstanceOf(UnreadableEvent.class);
    }

    /** What its consumers stumble over would otherwise cost all their attempts. */
    @ParameterizedTest
    @ValueSource(strings = {"customer", "items", "currency", "payment", "method", "orderId", "amount"})
    void cannotReadAnEventWithoutWhatItsConsumersNeed(String field) {
        var lacking = everyEvent()
                .filter(event -> event instanceof OrderEvent || event instanceof PaymentEvent)
                .map(event -> Map.entry(event.getClass(), without(field, EventJson.write(event))))
                .filter(event -> !event.getValue().isEmpty())
                .toList();

        assertThat(lacking)
                .isNotEmpty()
                .allSatisfy(event -> assertThatThrownBy(() -> EventJson.read(bytes(event.getValue()), event.getKey()))
                        .isInstanceOf(UnreadableEvent.class));
    }

    /** Empty if it has no such field. */
    private static String without(String field, String json) {
        var tree = JsonMapper.shared().readTree(json);
        var holder = tree.findParent(field);
        if (holder == null) {
            return "";
        }
        ((ObjectNode) holder).remove(field);
        return tree.toString();
    }

    /** An event of the right form, in which one value is another. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"amount\":45000|\"amount\":450.99",
                "\"amount\":45000|\"amount\":45000.0",
                "\"amount\":45000|\"amount\":4.5e4",
                "\"amount\":45000|\"amount\":\"45000\"",
                "\"amount\":45000|\"amount\":true",
                "\"amount\":45000|\"amount\":null",
                "\"amount\":45000|\"amount\":NaN",
                "\"amount\":45000|\"amount\":045000",
                "\"amount\":45000|\"amount\":\"\"",
                "\"amount\":45000|\"amount\":[45000]",
                "\"amount\":45000|\"amount\":9223372036854775808",
                "\"amount\":45000|\"amount\":45000,\"amount\":1",
                "\"amount\":45000|\"amount\":0",
                "\"amount\":45000|\"amount\":-1",
                "\"amount\":45000|\"amount\":9223372036854775807",
                "\"amount\":45000|\"sum\":45000",
                "\"size\":\"SMALL\"|\"size\":\"HUGE\"",
                "\"size\":\"SMALL\"|\"size\":0",
                "\"size\":\"SMALL\"|\"size\":\"\"",
                "\"size\":\"SMALL\"|\"size\":null",
                "\"available\":true|\"available\":1",
                "\"available\":true|\"available\":\"true\"",
                "\"available\":true|\"available\":null",
                "\"currency\":\"RUB\"|\"currency\":643",
                "\"currency\":\"RUB\"|\"currency\":null",
                "\"currency\":\"RUB\"|\"currency\":\"XXX\"",
                "\"currency\":\"RUB\"|\"currency\":\"rub\"",
                "{\"size\":\"SMALL\",\"amount\":45000}|{\"size\":\"SMALL\",\"amount\":45000},{\"size\":\"SMALL\",\"amount\":1}",
                "\"tomato\"|null",
                "\"tomato\"|5"
            })
    void refusesValuesOfAnotherType(String value, String other) {
        var right = EventJson.write(new PizzaChanged(PIZZA));
        var wrong = right.replace(value, other);

        assertThat(wrong).isNotEqualTo(right);
        assertThat(EventJson.read(bytes(right), PizzaChanged.class)).isEqualTo(new PizzaChanged(PIZZA));
        assertThatThrownBy(() -> EventJson.read(bytes(wrong), PizzaChanged.class))
                .isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"totalAmount\":150000|\"totalAmount\":150000.5",
                "\"totalAmount\":150000|\"totalAmount\":0",
                "\"totalAmount\":150000|\"totalAmount\":1",
                "\"totalAmount\":150000,|",
                "\"quantity\":2|\"quantity\":2.5",
                "\"quantity\":2|\"quantity\":\"2\"",
                "\"quantity\":2|\"quantity\":0",
                "\"quantity\":2|\"quantity\":4294967298",
                "\"unitPrice\":75000|\"unitPrice\":6148914691236517205",
                "\"method\":\"CARD\"|\"method\":0",
                "\"method\":\"CARD\"|\"method\":\"BARTER\""
            })
    void refusesAnOrderWhosePricesDoNotAddUp(String value, String other) {
        var created =
                everyEvent().filter(OrderCreated.class::isInstance).findFirst().orElseThrow();
        var right = EventJson.write(created);
        var wrong = right.replace(value, other == null ? "" : other);

        assertThat(wrong).isNotEqualTo(right);
        assertThatThrownBy(() -> EventJson.read(bytes(wrong), OrderCreated.class))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void typesAreNamedAfterTheirComponent() {
        assertThat(EventType.nameOf(OrderPaid.class)).isEqualTo("org.pizzaorders.order.OrderPaid.v1");
        assertThat(EventType.family(OrderEvent.class).find("org.pizzaorders.order.OrderPaid.v1"))
                .contains(OrderPaid.class);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
