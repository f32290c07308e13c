package org.pizzaorders.order.entity;

import static org.pizzaorders.order.api.Actor.ADMIN;
import static org.pizzaorders.order.api.Actor.OWNER;
import static org.pizzaorders.order.api.Actor.STAFF;
import static org.pizzaorders.order.api.Actor.SYSTEM;
import static org.pizzaorders.order.api.OrderStatus.CANCELLED;
import static org.pizzaorders.order.api.OrderStatus.CONFIRMED;
import static org.pizzaorders.order.api.OrderStatus.DELIVERED;
import static org.pizzaorders.order.api.OrderStatus.PAID;
import static org.pizzaorders.order.api.OrderStatus.PAYMENT_FAILED;
import static org.pizzaorders.order.api.OrderStatus.PENDING;
import static org.pizzaorders.order.api.OrderStatus.PREPARING;
import static org.pizzaorders.order.api.OrderStatus.READY;
import static org.pizzaorders.payment.api.PaymentMethod.CARD;
import static org.pizzaorders.payment.api.PaymentMethod.CASH;

import java.util.List;
import java.util.Set;
import org.pizzaorders.order.api.Actor;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.payment.api.PaymentMethod;

/** The table of all allowed steps of an order. Any other step is refused. */
final class LifeCycle {

    private static final Set<PaymentMethod> ANY = Set.of(CARD, CASH);
    private static final Set<Actor> FLOW = Set.of(SYSTEM);
    private static final Set<Actor> KITCHEN = Set.of(STAFF, ADMIN);
    private static final Set<Actor> EVERYBODY = Set.of(OWNER, STAFF, ADMIN, SYSTEM);

    private static final List<Step> STEPS = List.of(
            new Step(PENDING, PAID, FLOW, Set.of(CARD)),
            new Step(PENDING, PAYMENT_FAILED, FLOW, Set.of(CARD)),
            new Step(PENDING, CONFIRMED, KITCHEN, Set.of(CASH)),
            new Step(PENDING, CANCELLED, EVERYBODY, ANY),
            new Step(PAYMENT_FAILED, PAID, FLOW, Set.of(CARD)),
            new Step(PAYMENT_FAILED, CANCELLED, EVERYBODY, ANY),
            new Step(PAID, CONFIRMED, KITCHEN, ANY),
            new Step(PAID, CANCELLED, EVERYBODY, ANY),
            new Step(CONFIRMED, PREPARING, KITCHEN, ANY),
            new Step(CONFIRMED, CANCELLED, EVERYBODY, ANY),
            new Step(PREPARING, READY, KITCHEN, ANY),
            new Step(PREPARING, CANCELLED, Set.of(ADMIN), ANY),
            new Step(READY, DELIVERED, KITCHEN, ANY),
            new Step(READY, CANCELLED, Set.of(ADMIN), ANY));

    private LifeCycle() {}

    static boolean allows(OrderStatus from, OrderStatus to, Actor by, PaymentMethod method) {
        return STEPS.stream()
                .anyMatch(step -> step.from == from
                        && step.to == to
                        && step.actors.contains(by)
                        && step.methods.contains(method));
    }

    private record Step(OrderStatus from, OrderStatus to, Set<Actor> actors, Set<PaymentMethod> methods) {}
}
