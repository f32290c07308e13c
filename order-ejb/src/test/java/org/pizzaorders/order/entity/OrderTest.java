package org.pizzaorders.order.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.pizzaorders.order.api.OrderStatus.CANCELLED;
import static org.pizzaorders.order.api.OrderStatus.CONFIRMED;
import static org.pizzaorders.order.api.OrderStatus.DELIVERED;
import static org.pizzaorders.order.api.OrderStatus.PAID;
import static org.pizzaorders.order.api.OrderStatus.PAYMENT_FAILED;
import static org.pizzaorders.order.api.OrderStatus.PENDING;
import static org.pizzaorders.order.api.OrderStatus.PREPARING;
import static org.pizzaorders.order.api.OrderStatus.READY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.order.api.Actor;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.IllegalOrderStep;
import org.pizzaorders.order.api.OrderCancelled;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.order.api.OrderView.StatusChange;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.Money;

class OrderTest {

    private static final Instant PLACED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = PLACED.plusSeconds(60);

    /** The way to each status, for orders by card. */
    private static final Map<OrderStatus, List<OrderStatus>> WAYS = Map.of(
            PENDING, List.of(),
            PAID, List.of(PAID),
            PAYMENT_FAILED, List.of(PAYMENT_FAILED),
            CONFIRMED, List.of(PAID, CONFIRMED),
            PREPARING, List.of(PAID, CONFIRMED, PREPARING),
            READY, List.of(PAID, CONFIRMED, PREPARING, READY),
            DELIVERED, List.of(PAID, CONFIRMED, PREPARING, READY, DELIVERED),
            CANCELLED, List.of(CANCELLED));

    /** What follows what, as the contract words it, for card and cash. */
    private static final Map<OrderStatus, Set<OrderStatus>> STEPS = Map.of(
            PENDING, Set.of(PAID, PAYMENT_FAILED, CANCELLED, CONFIRMED),
            PAYMENT_FAILED, Set.of(PAID, CANCELLED),
            PAID, Set.of(CONFIRMED, CANCELLED),
            CONFIRMED, Set.of(PREPARING, CANCELLED),
            PREPARING, Set.of(READY, CANCELLED),
            READY, Set.of(DELIVERED, CANCELLED),
            DELIVERED, Set.of(),
            CANCELLED, Set.of());

    @ParameterizedTest(name = "{0}: {1} to {2} by {3}")
    @MethodSource("everyCombination")
    void takesTheStepsOfItsLifeCycleAndNoOthers(PaymentMethod method, OrderStatus from, OrderStatus to, Actor by) {
        var order = order(method, from);
        var before = order.view();

        if (expected(method, from, to, by)) {
            take(order, to, by);

            assertThat(order.status()).isEqualTo(to);
            assertThat(order.view().updatedAt()).isEqualTo(LATER);
            assertThat(order.view().history()).endsWith(new StatusChange(to, LATER));
        } else {
            assertThatExceptionOfType(IllegalOrderStep.class).isThrownBy(() -> take(order, to, by));
            assertThat(order.view()).isEqualTo(before);
        }
    }

    static Stream<Arguments> everyCombination() {
        return Stream.of(PaymentMethod.values())
                .flatMap(method -> Stream.of(OrderStatus.values())
                        .filter(from -> method == PaymentMethod.CARD || !ofPayment(from))
                        .flatMap(from -> Stream.of(OrderStatus.values())
                                .flatMap(to ->
                                        Stream.of(Actor.values()).map(by -> Arguments.of(method, from, to, by)))));
    }

    @Test
    void beginsPendingWithItsFirstEvent() {
        var order = order(PaymentMethod.CARD, PENDING);

        var created = order.created("tok_visa");

        assertThat(order.view().history()).containsExactly(new StatusChange(PENDING, PLACED));
        assertThat(order.eventVersion()).isEqualTo(1);
        assertThat(created.orderId()).isEqualTo(order.id());
        assertThat(created.payment()).isEqualTo(new PaymentChoice(PaymentMethod.CARD, "tok_visa"));
        assertThat(created.totalAmount()).isEqualTo(119_800);
    }

    @Test
    void numbersEventsWithoutGapsAcrossASilentStep() {
        var order = order(PaymentMethod.CARD, PENDING);

        order.failPayment(LATER);
        assertThat(order.eventVersion()).isEqualTo(1);
        assertThat(order.pay(LATER)).isEqualTo(new OrderPaid(order.id()));
        assertThat(order.eventVersion()).isEqualTo(2);
        assertThat(order.cancel(Actor.OWNER, "too late", LATER)).isEqualTo(new OrderCancelled(order.id(), "too late"));
        assertThat(order.eventVersion()).isEqualTo(3);
    }

    @Test
    void refusesPaymentStepsFromStaff() {
        var order = order(PaymentMethod.CARD, PENDING);

        assertThatExceptionOfType(IllegalOrderStep.class)
                .isThrownBy(() -> order.advance(PAID, Actor.ADMIN, LATER))
                .withMessage("An order that is PENDING cannot become PAID.");
    }

    private static boolean expected(PaymentMethod method, OrderStatus from, OrderStatus to, Actor by) {
        if (!STEPS.get(from).contains(to) || (by == Actor.SYSTEM && to != CANCELLED && !ofPayment(to))) {
            return false;
        }
        if (ofPayment(to)) {
            return by == Actor.SYSTEM && method == PaymentMethod.CARD;
        }
        if (to == CANCELLED) {
            return by == Actor.ADMIN || !Set.of(PREPARING, READY).contains(from);
        }
        var cashConfirmed = from != PENDING || method == PaymentMethod.CASH;
        return by != Actor.OWNER && cashConfirmed;
    }

    private static boolean ofPayment(OrderStatus status) {
        return status == PAID || status == PAYMENT_FAILED;
    }

    private static OrderEvent take(Order order, OrderStatus to, Actor by) {
        if (by == Actor.SYSTEM && to == PAID) {
            return order.pay(LATER);
        }
        if (by == Actor.SYSTEM && to == PAYMENT_FAILED) {
            order.failPayment(LATER);
            return null;
        }
        return to == CANCELLED ? order.cancel(by, null, LATER) : order.advance(to, by, LATER);
    }

    private static Order order(PaymentMethod method, OrderStatus status) {
        var cash = method == PaymentMethod.CASH;
        var order = new Order(UUID.fromString("0197f3a2-7c1e-7b3a-9d52-3f1f0a6f2b11"), wish(method), "test", PLACED);
        WAYS.get(status).stream()
                .filter(step -> !cash || step != PAID)
                .forEach(step -> take(order, step, ofPayment(step) ? Actor.SYSTEM : Actor.ADMIN));
        return order;
    }

    private static CheckedOrder wish(PaymentMethod method) {
        return new CheckedOrder(
                null,
                new Customer("Anna", "anna@example.com", "+79161234567", "en"),
                "Moscow, Tverskaya 1",
                List.of(new PricedLine("margherita", "Margherita", PizzaSize.LARGE, 2, 59_900, 119_800)),
                new Money(119_800, "RUB"),
                new PaymentChoice(method, null));
    }
}
