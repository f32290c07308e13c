package org.pizzaorders.local.bench.phase;

import java.util.List;
import org.pizzaorders.local.bench.lab.Lab;

/** The orders that are placed from now on, and how long they took. Times are those of the application and the database. */
final class Sample {

    private final Lab lab;
    private final String since;

    Sample(Lab lab) {
        this.lab = lab;
        this.since = lab.database().texts("select clock_timestamp()::text").get(0);
    }

    /** p50 and p99, in milliseconds, from the creation of an order to the first time that it had that status; likewise. */
    List<Double> toStatus(String status) {
        return percentiles("select o.created_at, min(h.changed_at) as done from orders.orders o"
                + " join orders.order_status_history h on h.order_id = o.id and h.status = '" + status + "'"
                + " where o.created_at >= '" + since + "' group by o.id");
    }

    /** p50 and p99, in milliseconds, from the creation of an order to its last message; not a number if there is none. */
    List<Double> toLastMessage() {
        return percentiles("select o.created_at, max(d.sent_at) as done from orders.orders o"
                + " join notifications.notifications n on n.order_id = o.id"
                + " join notifications.notification_deliveries d on d.notification_id = n.id"
                + " where o.created_at >= '" + since + "' group by o.id");
    }

    private List<Double> percentiles(String spans) {
        List<Double> found = lab
                .database()
                .texts("select p::text from unnest((select percentile_disc(array[0.5, 0.99]) within group"
                        + " (order by (extract(epoch from done - created_at) * 1000)::float8) from (" + spans
                        + ") as spans where done is not null)) as p")
                .stream()
                .map(Double::parseDouble)
                .toList();
        return found.isEmpty() ? List.of(Double.NaN, Double.NaN) : found;
    }
}
