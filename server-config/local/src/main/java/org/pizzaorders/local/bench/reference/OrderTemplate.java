package org.pizzaorders.local.bench.reference;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pizzaorders.local.bench.cost.Sql;
import org.pizzaorders.local.database.DatabaseAccess;
import org.pizzaorders.local.part.LocalRunException;

/**
 * All rows that a new order leaves in the database, with its event, and the schema {@code reference} with the same tables,
 * constraints and indexes as those of the order service.
 *
 * @param tables in the order in which they can be inserted
 */
public record OrderTemplate(List<RowTemplate> tables) {

    static final String SCHEMA = "reference";
    static final String ORDERS = "orders";
    static final String ITEMS = "order_items";
    static final String HISTORY = "order_status_history";

    private static final String OUTBOX = "outbox_events";
    private static final int EVENTS_OF_AN_AGGREGATE = 4;

    /** The relay deletes an event within milliseconds, so a trigger copies the row. */
    private static final List<String> PREPARE = List.of(
            "drop schema if exists reference cascade",
            "create schema reference",
            "create table reference.orders (like orders.orders including all)",
            "create table reference.order_items (like orders.order_items including all)",
            "create table reference.order_status_history (like orders.order_status_history including all)",
            "create table reference.outbox_events (like orders.outbox_events including all)",
            "alter table reference.order_items add foreign key (order_id) references reference.orders (id)",
            "alter table reference.order_status_history add foreign key (order_id) references reference.orders (id)",
            "create table reference.seen (like orders.outbox_events)",
            "create function reference.see() returns trigger language plpgsql security definer as"
                    + " $$ begin insert into reference.seen select new.*; return null; end $$",
            "create trigger bench_see after insert on orders.outbox_events"
                    + " for each row execute function reference.see()");

    /**
     * @param access may change all tables
     * @param placed places an order and returns its id, while no consumer changes it
     */
    public static OrderTemplate record(DatabaseAccess access, Supplier<String> placed) {
        Sql.execute(access, PREPARE);
        String order;
        try {
            order = placed.get();
        } finally {
            Sql.execute(access, "drop trigger bench_see on orders.outbox_events");
        }
        String ofOrder = " where order_id = '" + order + "'";
        Sql.execute(
                access,
                "delete from reference.seen where aggregate_id::text <> '" + order + "'",
                "insert into reference.orders select * from orders.orders where id = '" + order + "'",
                "insert into reference.order_items select * from orders.order_items" + ofOrder,
                "insert into reference.order_status_history select * from orders.order_status_history" + ofOrder);
        try (Connection connection = access.connect()) {
            return new OrderTemplate(List.of(
                    RowTemplate.of(connection, ORDERS, "reference.orders"),
                    RowTemplate.of(connection, ITEMS, "reference.order_items"),
                    RowTemplate.of(connection, HISTORY, "reference.order_status_history"),
                    RowTemplate.of(connection, OUTBOX, "reference.seen")));
        } catch (SQLException e) {
            throw new LocalRunException("The rows of an order cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Fills an outbox in one transaction, so that all events are seen at once. Each aggregate has a few events, with many
     * events of others between them, as it is with orders.
     *
     * @param schema whose outbox is filled
     * @param topic where the events are to go
     * @param prefix of the ids of aggregates: nobody else's
     * @param number how many events
     */
    public void fillOutbox(DatabaseAccess access, String schema, String topic, String prefix, int number) {
        List<String> columns = columns(OUTBOX);
        int aggregates = Math.max(1, number / EVENTS_OF_AN_AGGREGATE);
        List<String> values = columns.stream()
                .map(column -> value(column, topic, prefix, aggregates).orElse("seen." + column))
                .toList();
        Sql.execute(
                access,
                "insert into " + schema + ".outbox_events (" + String.join(", ", columns) + ") select "
                        + String.join(", ", values) + " from (select * from reference.seen limit 1) seen,"
                        + " generate_series(0, " + (number - 1) + ") n order by n");
    }

    private static Optional<String> value(String column, String topic, String prefix, int aggregates) {
        return Optional.ofNullable(
                switch (column) {
                    case "event_id" -> "gen_random_uuid()";
                    case "aggregate_id", "partition_key" ->
                        "md5('" + prefix + "' || (n % " + aggregates + "))::uuid::text";
                    case "aggregate_version" -> "n / " + aggregates + " + 1";
                    case "topic" -> "'" + topic + "'";
                    default -> null;
                });
    }

    /** Those that an insert into the table of that name fills. */
    List<String> columns(String table) {
        return tables.stream()
                .filter(template -> template.table().equals(table))
                .findFirst()
                .orElseThrow()
                .columns();
    }
}
