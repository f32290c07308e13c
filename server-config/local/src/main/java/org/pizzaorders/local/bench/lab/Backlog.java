package org.pizzaorders.local.bench.lab;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pizzaorders.local.database.PizzaDatabase;
import org.pizzaorders.local.faults.evidence.Database;
import org.pizzaorders.local.faults.evidence.Topics;
import org.pizzaorders.local.faults.plan.Stopwatch;

/**
 * The work that is left anywhere: events to publish and to consume, payments, messages. The fault runs ask the same more
 * strictly. These queries cost little while the table holds many finished rows, because each has an index.
 */
public final class Backlog {

    private static final Duration LOOK = Duration.ofMillis(200);

    private static final Map<String, String> QUERIES = Map.of(
            "open payments", "select count(*) from payments.payments where next_attempt_at is not null",
            "unpaid orders", "select count(*) from orders.orders where status = 'PENDING' and payment_method = 'CARD'",
            "open deliveries",
                    "select count(*) from notifications.notification_deliveries where next_attempt_at is not null",
            "notifications without an order", "select count(*) from notifications.notifications where awaits_contact");

    private final Database database;
    private final Topics topics;

    Backlog(Database database, Topics topics) {
        this.database = database;
        this.topics = topics;
    }

    /** Names and counts that are not zero. */
    public Map<String, Long> now() {
        Map<String, Long> open = new LinkedHashMap<>();
        for (String service : PizzaDatabase.SERVICES) {
            note(
                    open,
                    "outbox of " + service,
                    database.number("select count(*) from " + service + ".outbox_events where published_at is null"));
        }
        QUERIES.forEach((name, sql) -> note(open, name, database.number(sql)));
        topics.lags().forEach((group, lag) -> note(open, "lag of " + group, lag));
        return open;
    }

    public long size() {
        return now().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Waits until nothing is left to do, or so long. Returns whether nothing is left. */
    public boolean drained(Duration patience) {
        Stopwatch watch = new Stopwatch();
        boolean empty = size() == 0;
        while (!empty && watch.elapsed().compareTo(patience) < 0) {
            Stopwatch.pause(LOOK, () -> false);
            empty = size() == 0;
        }
        return empty;
    }

    private static void note(Map<String, Long> open, String name, long count) {
        if (count != 0) {
            open.put(name, count);
        }
    }
}
