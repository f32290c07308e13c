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
 * The statements of a relay on the outbox of its service. Rows are found by their status, never by an id cursor alone:
 * a smaller id may commit later than a greater one. Within an aggregate ids do follow the commits, because each change
 * of an aggregate has seen the one before. Behind an event that has failed stand all later ones of its aggregate.
 */
final class OutboxTable {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final String fresh;
    private final String retries;
    private final String published;
    private final String heldBack;
    private final String parked;

    /** @param keepsPublished whether published rows stay, for a retention to purge them */
    OutboxTable(Service service, boolean keepsPublished) {
        var table = service.table("outbox_events");
        // One look into an index of its own for each event, and no join: by statistics from before a topic refused
        // everything, a join goes through all that was refused once for each event behind it.
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
     * Unpublished events that have never failed, oldest first. Always from the beginning of the table, by one statement:
     * what stands behind a failed event stands there in the same view that shows the later ones. A cursor from page to
     * page would pass by events that are let go meanwhile, and then find their successors.
     *
     * @param except those that the relay has already
     * @param topics that take nothing for now
     * @param aggregates that the relay wants no more of for now
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

    /** Failed; due again after the delay. */
    void heldBack(Connection connection, OutgoingEvent event, String reason, Duration delay) throws SQLException {
        try (var statement = connection.prepareStatement(heldBack)) {
            statement.setString(1, reason);
            statement.setLong(2, delay.toMillis());
            statement.setLong(3, event.id());
            statement.executeUpdate();
        }
    }

    /** Failed, and due only when somebody says so. */
    void parked(Connection connection, OutgoingEvent event, String reason) throws SQLException {
        try (var statement = connection.prepareStatement(parked)) {
            statement.setString(1, reason);
            statement.setLong(2, event.id());
            statement.executeUpdate();
        }
    }
}
