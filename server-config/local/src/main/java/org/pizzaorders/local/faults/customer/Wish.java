package org.pizzaorders.local.faults.customer;

import java.util.stream.Collectors;
import org.pizzaorders.local.faults.plan.PlannedOrder;

/** The body of an order. */
final class Wish {

    private Wish() {}

    static String json(PlannedOrder plan, String email) {
        return """
                {"customer":{"name":"Anna Petrova","email":"%s"%s},"deliveryAddress":"Tverskaya 1, Moscow",
                 "items":[%s],"payment":%s}""".formatted(
                        email,
                        plan.hasPhone() ? ",\"phone\":\"+79161234567\"" : "",
                        plan.lines().stream().map(Wish::line).collect(Collectors.joining(",")),
                        plan.token()
                                .map(token -> "{\"method\":\"CARD\",\"token\":\"" + token + "\"}")
                                .orElse("{\"method\":\"CASH\"}"));
    }

    private static String line(PlannedOrder.Line line) {
        return "{\"pizzaId\":\"%s\",\"size\":\"%s\",\"quantity\":%d}"
                .formatted(line.pizza(), line.size(), line.quantity());
    }
}
