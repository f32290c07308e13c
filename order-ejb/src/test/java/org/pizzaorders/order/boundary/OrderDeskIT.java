package org.pizzaorders.order.boundary;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.pizzaorders.order.boundary.OrderScene.NOON;
import static org.pizzaorders.order.boundary.OrderScene.wish;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ServiceFixture.OutboxEntry;
import org.pizzaorders.order.api.Actor;
import org.pizzaorders.order.api.ExpectedTotal;
import org.pizzaorders.order.api.IllegalOrderStep;
import org.pizzaorders.order.api.OrderNotFound;
import org.pizzaorders.order.api.OrderQuery;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.order.api.OrderView;
import org.pizzaorders.order.api.OrderView.StatusChange;
import org.pizzaorders.order.api.PlaceOrder;
import org.pizzaorders.order.api.PriceChanged;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.Cursor;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;

class OrderDeskIT {

    @AutoClose
    private static final OrderScene scene = new OrderScene();

    @BeforeEach
    void clear() {
        scene.fixture.execute("truncate orders, order_items, order_status_history, outbox_events");
    }

    @Test
    void storesAnOrderWithItsLinesHistoryAndEvent() {
        var placed = scene.place("anna", PaymentMethod.CARD);

        assertThat(placed.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(placed.totalAmount()).isEqualTo(159_700);
        assertThat(placed.createdAt()).isEqualTo(NOON).isEqualTo(placed.updatedAt());
        assertThat(placed.history()).containsExactly(new StatusChange(OrderStatus.PENDING, NOON));
        assertThat(placed.items()).extracting("pizzaName").containsExactly("Маргарита", "Маргарита");
        assertThat(read(placed.id())).isEqualTo(placed);
        assertThat(scene.fixture.outboxEntries())
                .extracting(OutboxEntry::name, OutboxEntry::aggregateId, OutboxEntry::aggregateVersion)
                .containsExactly(tuple("OrderCreated", placed.id().toString(), 1));
    }

    @Test
    void storesNothingOfAnOrderThatWasRolledBack() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> scene.fixture.inTransaction(() -> {
                    scene.desk.place(wish("anna", PaymentMethod.CARD, "margherita"));
                    throw new IllegalStateException("died before commit");
                }));

        assertNothingStored();
    }

    @Test
    void storesNothingOfAnInvalidOrder() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> scene.fixture.inTransaction(
                        () -> scene.desk.place(wish("anna", PaymentMethod.CARD, "unheard-of"))));

        assertNothingStored();
    }

    @Test
    void storesNothingOfAnOrderWhosePriceHasChanged() {
        var wish = wish("anna", PaymentMethod.CARD, "margherita");
        var told = new PlaceOrder(
                wish.customerId(),
                wish.customer(),
                wish.deliveryAddress(),
                wish.items(),
                wish.payment(),
                new ExpectedTotal(159_699L, "RUB"));

        assertThatExceptionOfType(PriceChanged.class)
                .isThrownBy(() -> scene.fixture.inTransaction(() -> scene.desk.place(told)));

        assertNothingStored();
    }

    @Test
    void reportsAnUnknownOrder() {
        assertThatExceptionOfType(OrderNotFound.class).isThrownBy(() -> read(Ids.next()));
        assertThatExceptionOfType(OrderNotFound.class)
                .isThrownBy(() -> advance(Ids.next(), OrderStatus.CONFIRMED, Actor.STAFF));
    }

    @Test
    void listsNewestFirstPageByPage() {
        var ids = Stream.generate(() -> scene.place("anna", PaymentMethod.CARD).id())
                .limit(5)
                .sorted((one, other) -> other.toString().compareTo(one.toString()))
                .toList();

        var first = list(Optional.empty(), Optional.empty(), null);
        var second = list(Optional.empty(), Optional.empty(), first.nextCursor());
        var third = list(Optional.empty(), Optional.empty(), second.nextCursor());

        assertThat(Stream.of(first, second, third)
                        .flatMap(page -> page.items().stream())
                        .map(OrderView::id))
                .isEqualTo(ids);
        assertThat(first.items()).allSatisfy(order -> assertThat(order).isEqualTo(read(order.id())));
        assertThat(third.nextCursor()).isNull();
    }

    @Test
    void listsByStatusAndCustomer() {
        var annas = scene.place("anna", PaymentMethod.CASH).id();
        var boris = scene.place("boris", PaymentMethod.CASH).id();
        scene.place(null, PaymentMethod.CARD);
        advance(annas, OrderStatus.CONFIRMED, Actor.STAFF);
        advance(boris, OrderStatus.CONFIRMED, Actor.STAFF);

        assertThat(list(Optional.of(OrderStatus.CONFIRMED), Optional.empty(), null)
                        .items())
                .extracting(OrderView::id)
                .containsExactly(boris, annas);
        assertThat(list(Optional.of(OrderStatus.CONFIRMED), Optional.of("anna"), null)
                        .items())
                .extracting(OrderView::id)
                .containsExactly(annas);
        assertThat(list(Optional.of(OrderStatus.PENDING), Optional.of("anna"), null)
                        .items())
                .isEmpty();
    }

    @Test
    void movesACashOrderToTheDoorWithOneEventPerStep() {
        var placed = scene.place("anna", PaymentMethod.CASH);

        Stream.of(OrderStatus.CONFIRMED, OrderStatus.PREPARING, OrderStatus.READY)
                .forEach(status -> advance(placed.id(), status, Actor.STAFF));
        var delivered = advance(placed.id(), OrderStatus.DELIVERED, Actor.STAFF);

        assertThat(delivered).isEqualTo(read(placed.id()));
        assertThat(delivered.version()).isGreaterThan(placed.version());
        assertThat(delivered.history()).hasSize(5);
        assertThat(scene.fixture.outboxEntries())
                .extracting(OutboxEntry::name)
                .containsExactly("OrderCreated", "OrderConfirmed", "OrderPreparing", "OrderReady", "OrderDelivered");
        assertThat(scene.fixture.outboxEntries())
                .extracting(OutboxEntry::aggregateVersion)
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void publishesTheReasonOfACancellation() {
        var placed = scene.place("anna", PaymentMethod.CARD);

        var cancelled =
                scene.fixture.inTransaction(() -> scene.desk.cancel(placed.id(), Actor.OWNER, "changed my mind"));

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(scene.fixture.outboxEntries().get(1).payload()).contains("changed my mind");
    }

    @Test
    void acceptsOneOfTwoConcurrentStepsAndRefusesTheOther() throws Exception {
        var placed = scene.place("anna", PaymentMethod.CASH);
        var taken = new CountDownLatch(1);
        var commit = new CountDownLatch(1);

        var first = CompletableFuture.runAsync(() -> scene.fixture.inTransaction(() -> {
            scene.desk.advance(placed.id(), OrderStatus.CONFIRMED, Actor.STAFF);
            taken.countDown();
            return commit.await(20, SECONDS);
        }));
        assertThat(taken.await(20, SECONDS)).isTrue();
        var second = CompletableFuture.runAsync(() -> advance(placed.id(), OrderStatus.CONFIRMED, Actor.ADMIN));
        Awaitility.await().until(OrderDeskIT::someoneWaitsForALock);
        commit.countDown();

        first.get(20, SECONDS);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(second::join)
                .withCauseInstanceOf(IllegalOrderStep.class);
        assertThat(read(placed.id()).history())
                .extracting(StatusChange::status)
                .containsExactly(OrderStatus.PENDING, OrderStatus.CONFIRMED);
        assertThat(scene.fixture.outboxEntries()).hasSize(2);
    }

    @Test
    void seesUpdatesThatWereNotMadeByTheApplication() {
        var placed = scene.place("anna", PaymentMethod.CARD);

        scene.fixture.execute("update orders set delivery_address = 'elsewhere' where id = ?", placed.id());

        assertThat(read(placed.id()).updatedAt()).isNotEqualTo(NOON);
    }

    private static boolean someoneWaitsForALock() {
        return !scene.fixture
                .rows("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .isEmpty();
    }

    private static OrderView read(UUID id) {
        return scene.fixture.inTransaction(() -> scene.desk.order(id));
    }

    private static OrderView advance(UUID id, OrderStatus to, Actor by) {
        return scene.fixture.inTransaction(() -> scene.desk.advance(id, to, by));
    }

    private static Page<OrderView> list(Optional<OrderStatus> status, Optional<String> customer, String cursor) {
        var page = new PageRequest(2, Cursor.parse(OrderQuery.CURSOR, cursor));
        return scene.fixture.inTransaction(() -> scene.desk.list(new OrderQuery(status, customer, page)));
    }

    private static void assertNothingStored() {
        assertThat(Stream.of("orders", "order_items", "order_status_history", "outbox_events"))
                .allSatisfy(table ->
                        assertThat(scene.fixture.rows("select 1 from " + table)).isEmpty());
    }
}
