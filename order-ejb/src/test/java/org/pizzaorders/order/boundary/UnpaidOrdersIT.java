package org.pizzaorders.order.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.order.boundary.OrderScene.event;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.order.control.PaymentDeadlines;
import org.pizzaorders.payment.api.PaymentCompleted;
import org.pizzaorders.payment.api.PaymentExpired;
import org.pizzaorders.payment.api.PaymentFailed;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.Ids;

/** Orders that nobody pays do not wait for ever. */
class UnpaidOrdersIT {

    @AutoClose
    private static final OrderScene scene = new OrderScene();

    @Test
    void cancelsAnOrderThatWasNotPaidInTime() {
        var order = placed();
        assertThat(claim()).doesNotContain(order);

        timeGoesBy(order);
        workOff();
        scene.hearOfPayments(event(expired(order)));

        assertThat(status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(events(order)).containsExactly("OrderCreated 1", "OrderOverdue 2", "OrderCancelled 3");
        assertThat(cancellation(order)).contains("\"payment_time_limit\"");
    }

    @Test
    void doesNotCancelAnOrderWhosePaymentArrivesAfterAnOutage() {
        var order = placed();
        timeGoesBy(order);
        workOff();

        scene.hearOfPayments(event(completed(order)));

        assertThat(status(order)).isEqualTo(OrderStatus.PAID);
        assertThat(events(order)).containsExactly("OrderCreated 1", "OrderOverdue 2", "OrderPaid 3");
    }

    @Test
    void asksAgainAfterTheSameTimeAndNotEarlier() {
        var order = placed();
        timeGoesBy(order);
        workOff();
        scene.fixture.execute("update orders set payment_due_at = payment_due_at + (now() - '%s'::timestamptz)"
                .formatted(OrderScene.NOON));

        assertThat(claim()).doesNotContain(order);
        timeGoesBy(order);
        workOff();

        assertThat(status(order)).isEqualTo(OrderStatus.PENDING);
        assertThat(events(order)).containsExactly("OrderCreated 1", "OrderOverdue 2", "OrderOverdue 3");
    }

    @Test
    void cancelsAnOrderThatFailedAndWasNotPaidAgain() {
        var order = placed();
        scene.hearOfPayments(event(failed(order)));

        timeGoesBy(order);
        workOff();
        scene.hearOfPayments(event(expired(order)));

        assertThat(status(order)).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void ignoresOrdersThatArePaidOrInCash() {
        var paid = placed();
        scene.hearOfPayments(event(completed(paid)));
        var cash = scene.place("anna", PaymentMethod.CASH).id();

        timeGoesBy(paid);
        timeGoesBy(cash);

        assertThat(claim()).doesNotContain(paid, cash);
    }

    @Test
    void asksNothingAboutAnOrderPaidBetweenClaimAndQuestion() {
        var order = placed();
        timeGoesBy(order);
        assertThat(claim()).contains(order);

        scene.hearOfPayments(event(completed(order)));
        ask(order);

        assertThat(status(order)).isEqualTo(OrderStatus.PAID);
        assertThat(events(order)).containsExactly("OrderCreated 1", "OrderPaid 2");
    }

    @Test
    void ignoresAnAnswerForAnOrderThatWasPaidMeanwhile() {
        var order = placed();
        scene.hearOfPayments(event(completed(order)));

        scene.hearOfPayments(event(expired(order)));

        assertThat(status(order)).isEqualTo(OrderStatus.PAID);
        assertThat(events(order)).containsExactly("OrderCreated 1", "OrderPaid 2");
    }

    @Test
    void aRowIsClaimedAgainAfterItsClaimerDied() {
        var order = placed();
        timeGoesBy(order);
        claim();

        assertThat(claim()).doesNotContain(order);
        timeGoesBy(order);
        workOff();

        assertThat(events(order)).containsExactly("OrderCreated 1", "OrderOverdue 2");
    }

    @Test
    void oneOfManyConcurrentCallsWins() {
        for (var order : IntStream.range(0, 20).mapToObj(i -> placed()).toList()) {
            timeGoesBy(order);
            var comers = Stream.<Runnable>of(
                            () -> scene.hearOfPayments(event(expired(order))),
                            () -> scene.hearOfPayments(event(completed(order))),
                            () -> scene.hearOfPayments(event(expired(order))))
                    .map(CompletableFuture::runAsync)
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(comers).join();

            assertThat(events(order)).hasSize(2);
            assertThat(status(order)).isIn(OrderStatus.PAID, OrderStatus.CANCELLED);
        }
    }

    @Test
    void severalInstancesClaimDifferentRows() {
        var orders = IntStream.range(0, 20).mapToObj(i -> placed()).toList();
        orders.forEach(UnpaidOrdersIT::timeGoesBy);

        var claimed =
                Stream.generate(() -> CompletableFuture.supplyAsync(UnpaidOrdersIT::claim)).limit(3).toList().stream()
                        .flatMap(each -> each.join().stream())
                        .toList();

        assertThat(claimed).doesNotHaveDuplicates().containsAll(orders);
    }

    /** The scene's clock stands still, the database's does not. */
    private static UUID placed() {
        var order = scene.place("anna", PaymentMethod.CARD).id();
        due(order, "1 hour");
        return order;
    }

    private static void timeGoesBy(UUID order) {
        due(order, "-1 second");
    }

    private static void due(UUID order, String in) {
        scene.fixture.execute("update orders set payment_due_at = now() + interval '" + in + "'"
                + " where payment_due_at is not null and id = '" + order + "'");
    }

    private static List<UUID> claim() {
        return work().claim(100);
    }

    private static void workOff() {
        var work = work();
        work.attempt(work.claim(100));
    }

    private static OverdueWork work() {
        return new OverdueWork(PaymentDeadlines.table(scene.fixture.dataSource()), UnpaidOrdersIT::ask);
    }

    private static void ask(UUID order) {
        scene.fixture.inTransaction(() -> scene.service.deadlines.ask(order));
    }

    private static OrderStatus status(UUID order) {
        return scene.fixture.inTransaction(() -> scene.desk.order(order)).status();
    }

    private static List<String> events(UUID order) {
        return scene.fixture.outboxEntries().stream()
                .filter(entry -> entry.aggregateId().equals(order.toString()))
                .map(entry -> entry.name() + " " + entry.aggregateVersion())
                .toList();
    }

    private static String cancellation(UUID order) {
        return scene.fixture
                .rows(
                        "select payload::text as payload from outbox_events where aggregate_id = ?"
                                + " and event_type like '%OrderCancelled%'",
                        order.toString())
                .get(0)
                .get("payload")
                .toString();
    }

    private static PaymentCompleted completed(UUID order) {
        return new PaymentCompleted(Ids.next(), order, 159_700, "RUB", PaymentMethod.CARD, "pi_1");
    }

    private static PaymentExpired expired(UUID order) {
        return new PaymentExpired(Ids.next(), order);
    }

    private static PaymentFailed failed(UUID order) {
        return new PaymentFailed(Ids.next(), order, 159_700, "RUB", PaymentMethod.CARD, "card_declined");
    }
}
