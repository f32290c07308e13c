package org.pizzaorders.local.faults.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.pizzaorders.local.faults.check.Check.each;
import static org.pizzaorders.local.faults.check.Check.unless;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pizzaorders.local.faults.customer.Receipt;
import org.pizzaorders.local.faults.evidence.Evidence;
import org.pizzaorders.local.faults.evidence.Evidence.Order;

/** Checks what customers and staff were promised. */
public final class OrderChecks {

    private OrderChecks() {}

    public static List<Check> of(Evidence evidence, List<Receipt> receipts) {
        Map<String, Order> orders = evidence.orders().stream().collect(toMap(Order::id, Function.identity()));
        Map<String, Long> perCustomer = evidence.orders().stream().collect(groupingBy(Order::email, counting()));
        List<Receipt> accepted =
                receipts.stream().filter(receipt -> receipt.order().isPresent()).toList();
        return List.of(
                each(
                                "No request was refused",
                                receipts,
                                receipt -> receipt.refusal().stream()
                                        .map(refusal -> receipt.email() + ": " + refusal)
                                        .toList())
                        .noting(receipts.size() - accepted.size() + " without an answer"),
                each(
                        "Every accepted order exists",
                        accepted,
                        receipt -> unless(
                                orders.containsKey(receipt.order().get()),
                                "lost: order " + receipt.order().get())),
                each(
                        "One order per key",
                        perCustomer.entrySet(),
                        entry ->
                                unless(entry.getValue() == 1, entry.getKey() + " has " + entry.getValue() + " orders")),
                each(
                        "Accepted cancellations are kept",
                        accepted.stream().filter(Receipt::cancelled).toList(),
                        receipt -> unless(
                                status(orders, receipt).equals("CANCELLED"),
                                "order " + receipt.order().get() + " is " + status(orders, receipt))),
                each(
                        "Accepted steps of the kitchen are kept",
                        accepted.stream()
                                .filter(receipt -> !receipt.steps().isEmpty())
                                .toList(),
                        receipt -> unless(
                                history(orders, receipt).containsAll(receipt.steps()),
                                "order " + receipt.order().get() + " has been " + history(orders, receipt)
                                        + ", accepted " + receipt.steps())));
    }

    private static String status(Map<String, Order> orders, Receipt receipt) {
        Order order = orders.get(receipt.order().orElseThrow());
        return order == null ? "lost" : order.status();
    }

    private static List<String> history(Map<String, Order> orders, Receipt receipt) {
        Order order = orders.get(receipt.order().orElseThrow());
        return order == null ? List.of() : order.history();
    }
}
