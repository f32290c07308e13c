package org.pizzaorders.local.bench.reference;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.pizzaorders.local.bench.cost.Sql;
import org.pizzaorders.local.database.DatabaseAccess;
import org.pizzaorders.local.faults.plan.Stopwatch;

/**
 * Orders of earlier years, one for each second: delivered or cancelled long ago, each with its items and the first and the
 * last entry of its history. Ids and times fit together.
 */
public final class OldRows {

    private static final int CHUNK = 250_000;

    /** The beginning of 2020, in milliseconds. */
    private static final String MILLIS = "(1577836800000 + n * 1000::bigint)";

    private static final String ID =
            "(lpad(to_hex(" + MILLIS + "), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid";
    private static final String TIME = "to_timestamp(" + MILLIS + " / 1000)";
    private static final String STATUS = "case when n % 20 = 0 then 'CANCELLED' else 'DELIVERED' end";

    private static final Map<String, String> VALUES = Map.of(
            "id", ID,
            "order_id", ID,
            "status", STATUS,
            "created_at", TIME,
            "updated_at", TIME,
            "changed_at", TIME,
            "payment_due_at", "null");

    private final DatabaseAccess access;
    private final OrderTemplate template;

    public OldRows(DatabaseAccess access, OrderTemplate template) {
        this.access = access;
        this.template = template;
    }

    /** Inserts so many orders, or fewer if the time is over, and returns how many. Then the tables are vacuumed. */
    public long insert(long orders, Duration patience) {
        Stopwatch watch = new Stopwatch();
        long inserted = 0;
        while (inserted < orders && watch.elapsed().compareTo(patience) < 0) {
            long until = Math.min(orders, inserted + CHUNK);
            insert(inserted, until - 1);
            inserted = until;
        }
        Sql.execute(
                access,
                Stream.of(OrderTemplate.ORDERS, OrderTemplate.ITEMS, OrderTemplate.HISTORY)
                        .map(table -> "vacuum (analyze) orders." + table)
                        .toList());
        return inserted;
    }

    private void insert(long from, long to) {
        String numbers = "generate_series(" + from + ", " + to + ") n";
        CompletableFuture.allOf(
                        inBackground(into(OrderTemplate.ORDERS, VALUES, numbers)),
                        inBackground(
                                into(OrderTemplate.ITEMS, VALUES, numbers),
                                history("1", "'PENDING'", numbers),
                                history("2", STATUS, numbers)))
                .join();
    }

    private String history(String position, String status, String numbers) {
        return into(
                OrderTemplate.HISTORY,
                Map.of("order_id", ID, "changed_at", TIME, "position", position, "status", status),
                numbers);
    }

    private String into(String table, Map<String, String> values, String numbers) {
        List<String> columns = template.columns(table);
        return "insert into orders." + table + " (" + String.join(", ", columns) + ") select "
                + String.join(
                        ", ",
                        columns.stream()
                                .map(column -> values.getOrDefault(column, "t." + column))
                                .toList())
                + " from (select * from reference." + table + " limit 1) t, " + numbers;
    }

    /** Without checks of foreign keys, which nothing here can violate. */
    private CompletableFuture<Void> inBackground(String... statements) {
        return CompletableFuture.runAsync(() -> Sql.execute(
                access,
                Stream.concat(Stream.of("set session_replication_role = replica"), Stream.of(statements))
                        .toList()));
    }
}
