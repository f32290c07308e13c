package org.pizzaorders.order.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.order.api.OrderStatus.CANCELLED;
import static org.pizzaorders.order.api.OrderStatus.CONFIRMED;
import static org.pizzaorders.order.api.OrderStatus.DELIVERED;
import static org.pizzaorders.order.api.OrderStatus.PAID;
import static org.pizzaorders.order.api.OrderStatus.PAYMENT_FAILED;
import static org.pizzaorders.order.api.OrderStatus.PENDING;
import static org.pizzaorders.order.api.OrderStatus.PREPARING;
import static org.pizzaorders.order.api.OrderStatus.READY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.order.api.Actor;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.IllegalOrderStep;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderConfirmed;
import org.pizzaorders.order.api.OrderDelivered;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.order.api.OrderPreparing;
import org.pizzaorders.order.api.OrderReady;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.order.api.OrderView;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Money;

/** Whatever anybody tries on an order, in whatever sequence, it stays on the ways that the contract words. */
class OrderLifeCyclePropertyTest {

    private static final Instant PLACED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Set<OrderStatus> FINAL = Set.of(DELIVERED, CANCELLED);

    private static final Map<OrderStatus, Set<OrderStatus>> WAYS = Map.of(
            PENDING, Set.of(PAID, PAYMENT_FAILED, CANCELLED, CONFIRMED),
            PAYMENT_FAILED, Set.of(PAID, CANCELLED),
            PAID, Set.of(CONFIRMED, CANCELLED),
            CONFIRMED, Set.of(PREPARING, CANCELLED),
            PREPARING, Set.of(READY, CANCELLED),
            READY, Set.of(DELIVERED, CANCELLED),
            DELIVERED, Set.of(),
            CANCELLED, Set.of());

    private static final Map<OrderStatus, Class<? extends OrderEvent>> EVENTS = Map.of(
            PAID, OrderPaid.class,
            CONFIRMED, OrderConfirmed.class,
            PREPARING, OrderPreparing.class,
            READY, OrderReady.class,
            DELIVERED, OrderDelivered.class,
            CANCELLED, OrderCancelled.class);

    @Property
    void acceptsOnlyTheStepsOfTheContract(
            @ForAll PaymentMethod method, @ForAll("tries") @Size(max = 40) List<Try> tries) {
        var order = order(method);

        for (var each : tries) {
            var before = order.status();
            var moved = each.on(order).isPresent();

            assertThat(order.status()).isEqualTo(moved ? each.to : before);
            if (moved) {
                assertThat(WAYS.get(before)).contains(each.to);
                assertThat(mayBeTakenBy(each.by, before, each.to)).isTrue();
            }
        }
        if (method == PaymentMethod.CASH) {
            assertThat(statuses(order)).doesNotContain(PAID, PAYMENT_FAILED);
        }
    }

    @Property
    void numbersItsEventsFromOneWithoutGaps(
            @ForAll PaymentMethod method, @ForAll("tries") @Size(max = 40) List<Try> tries) {
        var order = order(method);
        var told = 1;

        for (var each : tries) {
            var event = each.on(order).flatMap(Step::event);
            if (event.isPresent()) {
                told++;
                assertThat(event.get()).isInstanceOf(EVENTS.get(order.status()));
                assertThat(event.get().orderId()).isEqualTo(order.id());
            }
            assertThat(order.eventVersion()).isEqualTo(told);
        }
    }

    @Property
    void storesItsWholeHistoryAndNothingElse(
            @ForAll PaymentMethod method, @ForAll("tries") @Size(max = 40) List<Try> tries) {
        var order = order(method);
        var way = new ArrayList<>(List.of(PENDING));

        for (var each : tries) {
            each.on(order).ifPresent(step -> way.add(order.status()));
            assertThat(statuses(order)).isEqualTo(way);
        }
        assertThat(order.view().history()).isSortedAccordingTo(Comparator.comparing(OrderView.StatusChange::at));
    }

    @Property
    void takesNoStepAfterItsEnd(@ForAll PaymentMethod method, @ForAll("tries") @Size(max = 40) List<Try> tries) {
        var order = order(method);

        for (var each : tries) {
            var ended = FINAL.contains(order.status()) ? Optional.of(order.view()) : Optional.<OrderView>empty();
            each.on(order);
            ended.ifPresent(view -> assertThat(order.view()).isEqualTo(view));
        }
    }

    @Property
    void aRefusedTryChangesNothing(@ForAll PaymentMethod method, @ForAll("tries") @Size(max = 40) List<Try> tries) {
        var order = order(method);

        for (var each : tries) {
            var before = order.view();
            if (each.on(order).isEmpty()) {
                assertThat(order.view()).isEqualTo(before);
            }
        }
    }

    /** Payments are the flow's; the kitchen's steps are the staff's; who cancels depends on how far it is. */
    private static boolean mayBeTakenBy(Actor by, OrderStatus from, OrderStatus to) {
        return switch (to) {
            case PAID, PAYMENT_FAILED -> by == Actor.SYSTEM;
            case CONFIRMED, PREPARING, READY, DELIVERED -> by == Actor.STAFF || by == Actor.ADMIN;
            case CANCELLED -> by == Actor.ADMIN || (from != PREPARING && from != READY);
            case PENDING -> false;
        };
    }

    private static List<OrderStatus> statuses(Order order) {
        return order.view().history().stream()
                .map(OrderView.StatusChange::status)
                .toList();
    }

    private static Order order(PaymentMethod method) {
        var line = new PricedLine("margherita", "Margherita", PizzaSize.LARGE, 2, 500, 1_000);
        var token = method == PaymentMethod.CARD ? "tok_visa" : null;
        var wish = new CheckedOrder(
                null,
                new Customer("Anna", "anna@pizza.test", "+79161234567", "en"),
                "Moscow",
                List.of(line),
                new Money(1_000, "RUB"),
                new PaymentChoice(method, token));
        return new Order(Ids.next(), wish, "test", PLACED);
    }

    /** Most tries are what comes next, so that long ways are walked; the others are anything by anybody. */
    @Provide
    Arbitrary<List<Try>> tries() {
        var next = Arbitraries.of(PAID, CONFIRMED, PREPARING, READY, DELIVERED);
        var any = Arbitraries.of(OrderStatus.class);
        var to = Arbitraries.frequencyOf(Tuple.of(4, next), Tuple.of(1, any));
        return Combinators.combine(
                        to, Arbitraries.of(Actor.class), Arbitraries.integers().between(0, 3_600))
                .as(Try::new)
                .list();
    }

    /** A step taken. */
    private record Step(Optional<OrderEvent> event) {}

    /** Somebody tries to take an order somewhere; payments come from the flow alone. */
    record Try(OrderStatus to, Actor by, int seconds) {

        /** Empty if it was refused. */
        Optional<Step> on(Order order) {
            var at = order.view().updatedAt().plusSeconds(seconds);
            try {
                return Optional.of(new Step(Optional.ofNullable(taken(order, at))));
            } catch (IllegalOrderStep e) {
                return Optional.empty();
            }
        }

        private OrderEvent taken(Order order, Instant at) {
            if (by == Actor.SYSTEM && to == PAID) {
                return order.pay(at);
            }
            if (by == Actor.SYSTEM && to == PAYMENT_FAILED) {
                order.failPayment(at);
                return null;
            }
            return order.advance(to, by, at);
        }
    }
}
