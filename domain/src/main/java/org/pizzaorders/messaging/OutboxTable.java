package org.pizzaorders.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/**
 * The statements of a relay on the outbox of its service. Rows are found by their status, never by an id cursor alone:
 * a smaller id may commit later than a greater one. Within an aggregate ids do follow the commits, because each change
 * of an aggregate has seen the one before.
 */
final class OutboxTable {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final long lockKey;
    private final String due;
    private final String published;
    private final String heldBack;

    /** @param keepsPublished whether published rows stay, for a retention to purge them */
    OutboxTable(Service service, boolean keepsPublished) {
        var table = service.table("outbox_events");
        lockKey = table.hashCode();
        due = "select id, aggregate_id, topic, partition_key, payload, headers, attempts from " + table + " o"
                + " where published_at is null and (next_attempt_at is null or next_attempt_at <= now())"
                + " and not exists (select 1 from " + table + " h where h.aggregate_id = o.aggregate_id"
                + " and h.published_at is null and h.attempts > 0 and h.id < o.id and h.next_attempt_at > now())"
                + " order by id limit ?";
        published = keepsPublished
                ? "update " + table + " set published_at = now() where id = any(?)"
                : "delete from " + table + " where id = any(?)";
        heldBack = "update " + table + " set attempts = attempts + 1, last_error = ?,"
                + " next_attempt_at = now() + ? * interval '1 millisecond' where id = ?";
    }

    /** Becomes the one relay of this outbox for as long as the connection lives, if there is none. */
    boolean lock(Connection connection) throws SQLException {
        return advisory(connection, "select pg_try_advisory_lock(?)");
    }

    void unlock(Connection connection) throws SQLException {
        advisory(connection, "select pg_advisory_unlock(?)");
    }

    private boolean advisory(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, lockKey);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Unpublished events, oldest first, without those that stand behind a failed one of their aggregate. */
    List<OutgoingEvent> due(Connection connection, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(due)) {
            statement.setInt(1, limit);
            var events = new ArrayList<OutgoingEvent>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(event(rows));
                }
            }
            return events;
        }
    }

    private static OutgoingEvent event(ResultSet row) throws SQLException {
        return new OutgoingEvent(
                row.getLong("id"),
                row.getString("aggregate_id"),
                row.getString("topic"),
                row.getString("partition_key"),
                row.getString("payload"),
                EventJson.read(row.getString("headers"), HEADERS),
                row.getInt("attempts"));
    }

    void published(Connection connection, List<OutgoingEvent> events) throws SQLException {
        try (var statement = connection.prepareStatement(published)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", events.stream().map(OutgoingEvent::id).toArray()));
            statement.executeUpdate();
        }
    }

    void heldBack(Connection connection, OutgoingEvent event, String reason, Duration delay) throws SQLException {
        try (var statement = connection.prepareStatement(heldBack)) {
            statement.setString(1, reason);
            statement.setLong(2, delay.toMillis());
            statement.setLong(3, event.id());
            statement.executeUpdate();
        }
    }
}
