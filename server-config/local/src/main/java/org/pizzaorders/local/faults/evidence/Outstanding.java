package org.pizzaorders.local.faults.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pizzaorders.local.database.PizzaDatabase;

/** The work that is still left anywhere in the system. */
public final class Outstanding {

    private static final Map<String, String> QUERIES = Map.of(
            "open payments",
            "select count(*) from payments.payments where next_attempt_at is not null or status = 'PROCESSING'",
            "open refunds",
            "select count(*) from payments.refunds where status = 'PENDING'",
            "orders waiting for a payment",
            "select count(*) from orders.orders where status = 'PENDING' and payment_method = 'CARD'",
            "open deliveries",
            "select count(*) from notifications.notification_deliveries where status = 'PENDING'",
            "notifications waiting for their order",
            "select count(*) from notifications.notifications where awaits_contact");

    private Outstanding() {}

    /** Names and counts that are not zero. Empty if no work is left. */
    public static Map<String, Long> in(Database database, Topics topics) {
        Map<String, Long> open = new LinkedHashMap<>();
        for (String service : PizzaDatabase.SERVICES) {
            note(open, "outbox of " + service, unpublished(database, service).size());
        }
        QUERIES.forEach((name, sql) -> note(open, name, database.number(sql)));
        topics.lags().forEach((group, lag) -> note(open, "lag of " + group, lag));
        return open;
    }

    public static List<String> unpublished(Database database, String service) {
        return database.texts("select event_type || ' ' || event_id || ' of ' || aggregate_id || ', ' || attempts"
                + " || ' attempts, ' || coalesce(last_error, 'no error') from " + service
                + ".outbox_events where published_at is null order by id");
    }

    private static void note(Map<String, Long> open, String name, long count) {
        if (count != 0) {
            open.put(name, count);
        }
    }
}
