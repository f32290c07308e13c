package org.pizzaorders.order.control;

import java.time.Duration;
import java.util.List;
import org.pizzaorders.work.Expiry;

/** How long rows are kept that no order needs. Orders themselves stay. */
final class OrderExpiries {

    private OrderExpiries() {}

    /**
     * The row of a withdrawn pizza is needed to recognise late events about it. So it is kept longer than events can be
     * late.
     */
    static List<Expiry> all() {
        return List.of(new Expiry(
                "orders.price_list",
                "updated_at",
                "t.status = 'WITHDRAWN'",
                "pizza.price-list.retention",
                Duration.ofDays(90)));
    }
}
