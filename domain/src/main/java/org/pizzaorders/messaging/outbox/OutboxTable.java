package org.pizzaorders.messaging.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.pizzaorders.messaging.event.EventJson;
import org.pizzaorders.shared.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * The statements of a relay on the outbox of its service. Rows are found by their status, never only by an id cursor,
 * because a smaller id may commit later than a greater one. Within an aggregate the ids follow the order of commits,
 * because each change of an aggregate has seen the one before. A failed event holds back all later events of its
 * aggregate.
 */
final class OutboxTable {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final String fresh;
    private final String retries;
    private final String published;
    private final String heldBack;
    private final String parked;

    /**
     * @param keepsPublished whether published rows stay until the retention purges them
     */
    OutboxTable(Service service, boolean keepsPublished) {
        var table = service.table("outbox_events");
        // One index look-up for each event, and no join. If a topic has just begun to refuse everything, the statistics
        // are outdated, and a join would scan all refused events once for each event behind them.
        var waiting = "select id, aggregate_id, topic, partition_key, payload, headers, attempts from " + table + " o"
                + " where published_at is null and id <> all(?) and topic <> all(?) and not exists (select 1 from "
                + table + " h"
                + " where h.aggregate_id = o.aggregate_id and h.published_at is null and h.attempts > 0"
                + " and h.id < o.id offset 0)";
        fresh = waiting + " and attempts = 0 and aggregate_id <> all(?) order by id limit ?";
        retries = waiting + " and attempts > 0 and next_attempt_at <= now() order by next_attempt_at limit ?";
        published = keepsPublished
                ? "update " + table + " set published_at = now() where id = any(?)"
                : "delete from " + table + " where id = any(?)";
        heldBack = "update " + table + " set attempts = attempts + 1, last_error = ?,"
                + " next_attempt_at = now() + ? * interval '1 millisecond' where id = ?";
        parked = "update " + table + " set attempts = attempts + 1, last_error = ?,"
                + " next_attempt_at = 'infinity' where id = ?";
    }

    /**
     * Unpublished events that have never failed, oldest first. Always one statement from the beginning of the table, so
     * that a failed event and the events behind it are seen in the same snapshot. A cursor from page to page would miss
     * events that are released meanwhile, and then find their successors.
     *
     * @param except ids that the relay has already
     * @param topics that accept nothing for now
     * @param aggregates of which the relay wants no more events for now
     */
    List<OutgoingEvent> fresh(
            Connection connection,
            Collection<Long> except,
            Collection<String> topics,
            Collection<String> aggregates,
            int limit)
            throws SQLException {
        try (var statement = connection.prepareStatement(fresh)) {
            statement.setArray(1, ids(connection, except));
            statement.setArray(2, texts(connection, topics));
            statement.setArray(3, texts(connection, aggregates));
            statement.setInt(4, limit);
            return events(statement);
        }
    }

    /** Events that have failed and are due again. */
    List<OutgoingEvent> retries(Connection connection, Collection<Long> except, Collection<String> topics, int limit)
            throws SQLException {
        try (var statement = connection.prepareStatement(retries)) {
            statement.setArray(1, ids(connection, except));
            statement.setArray(2, texts(connection, topics));
            statement.setInt(3, limit);
            return events(statement);
        }
    }

    private static java.sql.Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static java.sql.Array ids(Connection connection, Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }

    private static List<OutgoingEvent> events(PreparedStatement statement) throws SQLException {
        var events = new ArrayList<OutgoingEvent>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(event(rows));
            }
        }
        return events;
    }

    private static OutgoingEvent event(ResultSet row) throws SQLException {
        return new OutgoingEvent(
                row.getLong("id"),
                row.getString("aggregate_id"),
                row.getString("topic"),
                row.getString("partition_key"),
                row.getString("payload"),
                headers(row.getString("headers")),
                row.getInt("attempts"));
    }

    private static Map<String, String> headers(String json) {
        try {
            var headers = EventJson.read(json, HEADERS);
            return headers == null || headers.containsValue(null) ? null : headers;
        } catch (JacksonException e) {
            return null;
        }
    }

    void published(Connection connection, Collection<Long> ids) throws SQLException {
        try (var statement = connection.prepareStatement(published)) {
            statement.setArray(1, ids(connection, ids));
            statement.executeUpdate();
        }
    }

    /** Records a failure; the event is due again after the delay. */
    void heldBack(Connection connection, OutgoingEvent event, String reason, Duration delay) throws SQLException {
        try (var statement = connection.prepareStatement(heldBack)) {
            statement.setString(1, reason);
            statement.setLong(2, delay.toMillis());
            statement.setLong(3, event.id());
            statement.executeUpdate();
        }
    }

    /** Records a failure; the event is due again only when somebody makes it due. */
    void parked(Connection connection, OutgoingEvent event, String reason) throws SQLException {
        try (var statement = connection.prepareStatement(parked)) {
            statement.setString(1, reason);
            statement.setLong(2, event.id());
            statement.executeUpdate();
        }
    }
}
