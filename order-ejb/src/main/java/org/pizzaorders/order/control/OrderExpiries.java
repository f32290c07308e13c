package org.pizzaorders.order.control;

import java.time.Duration;
import java.util.List;
import org.pizzaorders.work.Expiry;

/** How long is kept what no order needs. Orders themselves stay. */
final class OrderExpiries {

    private OrderExpiries() {}

    /** A withdrawn pizza tells late events about it that they are late: for longer than events can be late. */
    static List<Expiry> all() {
        return List.of(new Expiry(
                "orders.price_list",
                "updated_at",
                "t.status = 'WITHDRAWN'",
                "pizza.price-list.retention",
                Duration.ofDays(90)));
    }
}
