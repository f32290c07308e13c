package org.pizzaorders.local.faults.check;

import static java.util.stream.Collectors.groupingBy;
import static org.pizzaorders.local.faults.check.Check.each;
import static org.pizzaorders.local.faults.check.Check.unless;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pizzaorders.local.faults.evidence.Evidence;
import org.pizzaorders.local.faults.evidence.Evidence.Order;
import org.pizzaorders.local.faults.evidence.Evidence.Payment;
import org.pizzaorders.local.faults.evidence.OutsideWorld.Charge;

/** Compares orders with payments, and both with the provider's own books. */
public final class MoneyChecks {

    private static final Set<String> OPEN = Set.of("PENDING", "PROCESSING");

    private final Evidence evidence;
    private final Map<String, List<Payment>> payments;
    private final Map<String, List<Charge>> charges;

    private MoneyChecks(Evidence evidence) {
        this.evidence = evidence;
        this.payments = evidence.payments().stream().collect(groupingBy(Payment::order));
        this.charges = evidence.world().charges().stream().collect(groupingBy(Charge::order));
    }

    public static List<Check> of(Evidence evidence) {
        MoneyChecks checks = new MoneyChecks(evidence);
        return List.of(checks.everyOrderHasPayments(), checks.agree(), checks.perOrder(), checks.sum(), checks.once());
    }

    private Check everyOrderHasPayments() {
        return each(
                "Every order has a payment",
                evidence.orders(),
                order -> unless(
                        evidence.payable().contains(order.id()) && payments.containsKey(order.id()),
                        "order " + order.id() + " is unknown to payments"));
    }

    private Check agree() {
        return each("Order and payments agree", evidence.orders(), order -> {
            List<String> statuses = payments.getOrDefault(order.id(), List.of()).stream()
                    .map(Payment::status)
                    .toList();
            return unless(
                    agree(order, statuses),
                    "order " + order.id() + " (" + order.method() + ") is " + order.status() + ", its payments "
                            + statuses);
        });
    }

    private static boolean agree(Order order, List<String> payments) {
        boolean completed = payments.contains("COMPLETED");
        boolean open = !Collections.disjoint(payments, OPEN);
        if (order.method().equals("CASH")) {
            return switch (order.status()) {
                case "DELIVERED" -> completed;
                case "CANCELLED" -> !completed && !open;
                default -> payments.equals(List.of("PENDING"));
            };
        }
        return switch (order.status()) {
            case "PENDING" -> open && !completed;
            case "PAYMENT_FAILED", "CANCELLED" -> !completed && !open;
            default -> completed && !open;
        };
    }

    private Check perOrder() {
        return each("Captured minus refunded is the total of each valid order", evidence.orders(), order -> {
            long expected = order.isCharged() ? order.total() : 0;
            return unless(
                    kept(order.id()) == expected,
                    "order " + order.id() + " is " + order.status() + " at " + order.total() + ", kept "
                            + kept(order.id()) + " of " + ids(order.id()));
        });
    }

    private Check sum() {
        long kept = evidence.world().charges().stream()
                .mapToLong(charge -> charge.amount() - charge.refunded())
                .sum();
        long totals = evidence.orders().stream()
                .filter(Order::isCharged)
                .mapToLong(Order::total)
                .sum();
        return new Check(
                "… and in sum",
                evidence.world().charges().size(),
                unless(kept == totals, "kept " + kept + ", totals " + totals),
                kept + " kept");
    }

    private Check once() {
        return each(
                "No order has two charges without a refund",
                charges.keySet(),
                order -> unless(
                        charges.get(order).stream().filter(Charge::stands).count() <= 1,
                        "order " + order + ": " + ids(order)));
    }

    private long kept(String order) {
        return charges.getOrDefault(order, List.of()).stream()
                .mapToLong(charge -> charge.amount() - charge.refunded())
                .sum();
    }

    private String ids(String order) {
        return charges.getOrDefault(order, List.of()).stream()
                .map(charge -> charge.id() + " (payment " + charge.payment() + ")")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
