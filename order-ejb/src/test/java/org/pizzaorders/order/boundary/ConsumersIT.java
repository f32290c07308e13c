package org.pizzaorders.order.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pizzaorders.messaging.ServiceFixture.incoming;
import static org.pizzaorders.order.boundary.OrderScene.event;
import static org.pizzaorders.order.boundary.OrderScene.pizza;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.catalog.api.PizzaAdded;
import org.pizzaorders.catalog.api.PizzaChanged;
import org.pizzaorders.catalog.api.PizzaWithdrawn;
import org.pizzaorders.messaging.event.UnprocessableEvent;
import org.pizzaorders.messaging.event.UnreadableEvent;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.order.api.Actor;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.order.api.OrderView;
import org.pizzaorders.order.api.OrderView.StatusChange;
import org.pizzaorders.payment.api.PaymentCompleted;
import org.pizzaorders.payment.api.PaymentFailed;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.payment.api.PaymentRefunded;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.InvalidInput;

class ConsumersIT {

    @AutoClose
    private static final OrderScene scene = new OrderScene();

    @Test
    void paysAnOrderOnceEvenIfTheEventIsRepeated() {
        var order = scene.place("anna", PaymentMethod.CARD).id();
        var completed = event(completed(order, PaymentMethod.CARD));

        scene.hearOfPayments(completed, completed);
        scene.hearOfPayments(completed);

        assertThat(read(order).history())
                .extracting(StatusChange::status)
                .containsExactly(OrderStatus.PENDING, OrderStatus.PAID);
        assertThat(events(order)).containsExactly("OrderCreated 1", "OrderPaid 2");
    }

    @Test
    void writesManyPaymentsByNoMoreStatementsThanFew() {
        var forFew = scene.fixture.writesOf(payments(2));

        var forMany = scene.fixture.writesOf(payments(20));

        assertThat(forMany).isEqualTo(forFew).isPositive();
    }

    @Test
    void letsAnOrderBePaidAgainAfterAFailure() {
        var order = scene.place("anna", PaymentMethod.CARD).id();

        scene.hearOfPayments(event(failed(order)), event(failed(order)), event(completed(order, PaymentMethod.CARD)));

        assertThat(read(order).history())
                .extracting(StatusChange::status)
                .containsExactly(OrderStatus.PENDING, OrderStatus.PAYMENT_FAILED, OrderStatus.PAID);
        assertThat(events(order)).containsExactly("OrderCreated 1", "OrderPaid 2");
    }

    @Test
    void ignoresPaymentEventsThatNoLongerApply() {
        var order = scene.place("anna", PaymentMethod.CARD).id();
        scene.fixture.inTransaction(() -> scene.desk.cancel(order, Actor.OWNER, null));
        var before = read(order);

        scene.hearOfPayments(
                event(completed(order, PaymentMethod.CARD)),
                event(failed(order)),
                event(new PaymentRefunded(Ids.next(), order, 159_700, "RUB", PaymentMethod.CARD, "re_1")),
                event(completed(Ids.next(), PaymentMethod.CARD)));

        assertThat(read(order)).isEqualTo(before);
    }

    @Test
    void doesNotMarkAnOrderPaidByADifferentAmount() {
        var order = scene.place("anna", PaymentMethod.CARD).id();

        for (var paid : List.of(
                new PaymentCompleted(Ids.next(), order, 159_699, "RUB", PaymentMethod.CARD, "pi_1"),
                new PaymentCompleted(Ids.next(), order, 159_701, "RUB", PaymentMethod.CARD, "pi_1"),
                new PaymentCompleted(Ids.next(), order, 159_700, "USD", PaymentMethod.CARD, "pi_1"))) {
            assertThatThrownBy(() -> scene.hearOfPayments(event(paid))).isInstanceOf(UnprocessableEvent.class);
        }

        assertThat(read(order).status()).isEqualTo(OrderStatus.PENDING);
        assertThat(events(order)).containsExactly("OrderCreated 1");
    }

    @Test
    void leavesACashOrderWhereItIsWhenItsPaymentCompletes() {
        var order = scene.place("anna", PaymentMethod.CASH).id();

        scene.hearOfPayments(event(completed(order, PaymentMethod.CASH)));

        assertThat(read(order).status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void followsTheMenuAndIgnoresOlderNews() {
        scene.hearOfMenu(incoming(new PizzaAdded(pizza("diavola", 1_000, true)), 1));
        scene.hearOfMenu(incoming(new PizzaChanged(pizza("diavola", 3_000, false)), 3));
        scene.hearOfMenu(incoming(new PizzaChanged(pizza("diavola", 2_000, true)), 2));

        assertThat(entry("diavola"))
                .containsEntry("price_large", 3_000L)
                .containsEntry("price_medium", null)
                .containsEntry("name_ru", "Маргарита")
                .containsEntry("status", "SOLD_OUT")
                .containsEntry("event_version", 3);
    }

    @Test
    void keepsTheOldPriceIfTheNewOneIsInvalid() {
        scene.hearOfMenu(incoming(new PizzaAdded(pizza("quattro", 1_000, true)), 1));

        for (var price : List.of("10.99", "\"1099\"", "1099,\"amount\":1", "0", "1e3", "null")) {
            var odd = reworded(incoming(new PizzaChanged(pizza("quattro", 1_099, true)), 2), ":1099", ":" + price);
            assertThatThrownBy(() -> scene.hearOfMenu(odd)).isInstanceOf(UnreadableEvent.class);
        }

        assertThat(entry("quattro")).containsEntry("price_large", 1_000L).containsEntry("event_version", 1);
    }

    private static IncomingEvent reworded(IncomingEvent event, String words, String others) {
        var payload = new String(event.payload(), UTF_8);
        assertThat(payload).contains(words);
        return new IncomingEvent(
                event.topic(),
                event.partition(),
                event.offset(),
                event.key(),
                event.headers(),
                payload.replace(words, others).getBytes(UTF_8),
                event.takenBefore());
    }

    @Test
    void remembersWithdrawalsUntilThePizzaComesBack() {
        scene.hearOfMenu(incoming(new PizzaAdded(pizza("hawaii", 1_000, true)), 1));
        scene.hearOfMenu(incoming(new PizzaWithdrawn("hawaii"), 2), incoming(new PizzaWithdrawn("unheard-of"), 2));

        assertThat(entry("hawaii")).containsEntry("status", "WITHDRAWN").containsEntry("price_large", 1_000L);
        assertThat(entry("unheard-of")).containsEntry("status", "WITHDRAWN").containsEntry("currency", null);

        scene.hearOfMenu(incoming(new PizzaAdded(pizza("hawaii", 2_000, true)), 3));

        assertThat(entry("hawaii")).containsEntry("status", "AVAILABLE").containsEntry("price_large", 2_000L);
    }

    @Test
    void servesAMenuThatIsSoldOutAndRefusesItsPizzasByName() {
        try (var closing = new OrderScene()) {
            closing.hearOfMenu(incoming(new PizzaChanged(pizza("margherita", 59_900, false)), 2));

            assertThat(closing.fixture.<Boolean>inTransaction(closing.desk::takesOrders))
                    .isTrue();
            assertThatThrownBy(() -> closing.place("anna", PaymentMethod.CARD))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.errors())
                                    .extracting(FieldError::message)
                                    .allMatch(message -> message.contains("sold out")));
        }
    }

    private static PaymentCompleted completed(UUID order, PaymentMethod method) {
        return new PaymentCompleted(Ids.next(), order, 159_700, "RUB", method, "pi_1");
    }

    private static PaymentFailed failed(UUID order) {
        return new PaymentFailed(Ids.next(), order, 159_700, "RUB", PaymentMethod.CARD, "card_declined");
    }

    private static OrderView read(UUID id) {
        return scene.fixture.inTransaction(() -> scene.desk.order(id));
    }

    private static List<String> events(UUID order) {
        return scene.fixture.outboxEntries().stream()
                .filter(entry -> entry.aggregateId().equals(order.toString()))
                .map(entry -> entry.name() + " " + entry.aggregateVersion())
                .toList();
    }

    private static Map<String, Object> entry(String pizzaId) {
        return scene.fixture
                .rows("select * from price_list where pizza_id = ?", pizzaId)
                .get(0);
    }

    private static Runnable payments(int count) {
        var events = Stream.generate(
                        () -> scene.place("anna", PaymentMethod.CARD).id())
                .limit(count)
                .map(order -> event(completed(order, PaymentMethod.CARD)))
                .toArray(IncomingEvent[]::new);
        return () -> scene.hearOfPayments(events);
    }
}
