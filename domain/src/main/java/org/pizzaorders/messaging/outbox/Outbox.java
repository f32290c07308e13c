package org.pizzaorders.messaging.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.pizzaorders.database.StorageException;
import org.pizzaorders.messaging.event.CloudEvents;
import org.pizzaorders.messaging.event.EventJson;
import org.pizzaorders.messaging.event.EventType;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.DomainEvent;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.AfterCommit;

/**
 * The outbox of one service. An event is a row, written by the transaction that changes the data, so both are committed
 * or neither. The relay sends the rows. Thread-safe.
 */
public final class Outbox {

    private final Service service;
    private final DataSource dataSource;
    private final Clock clock;
    private final AfterCommit afterCommit;
    private final Runnable wakeRelay;
    private final String insert;
    private final ThreadLocal<List<Row>> gathered = new ThreadLocal<>();

    public Outbox(Service service, DataSource dataSource, Clock clock, AfterCommit afterCommit, Runnable wakeRelay) {
        this.service = service;
        this.dataSource = dataSource;
        this.clock = clock;
        this.afterCommit = afterCommit;
        this.wakeRelay = wakeRelay;
        this.insert = "insert into " + service.table("outbox_events")
                + " (event_id, aggregate_id, aggregate_version, partition_key, event_type, topic, payload, headers)"
                + " select event_id, aggregate_id, aggregate_version, partition_key, event_type, topic,"
                + " cast(payload as jsonb), cast(headers as jsonb)"
                + " from unnest(?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])"
                + " with ordinality as row (event_id, aggregate_id, aggregate_version, partition_key, event_type, topic,"
                + " payload, headers, place) order by place";
    }

    /**
     * Writes the event in the transaction of this thread, with the correlation id of its {@link CallContext}.
     *
     * @param aggregateVersion counts from 1 for each aggregate, without gaps
     */
    public void append(DomainEvent event, int aggregateVersion) {
        append(
                new Origin(service.topic(), event.partitionKey(), event.aggregateId(), aggregateVersion),
                EventType.nameOf(event.getClass()),
                EventJson.write(event));
    }

    /** Writes a record that is not an event of an aggregate, for another topic. */
    public void append(String topic, String key, UUID id, String type, String json) {
        append(new Origin(topic, key, id.toString(), 1), type, json);
    }

    /**
     * Runs the work, and then writes all events that it appended on this thread by one statement, in their order. If
     * the work fails, it writes none of them: the transaction has to be rolled back.
     */
    public void inOneStatement(Runnable work) {
        if (gathered.get() != null) {
            work.run();
            return;
        }
        var rows = new ArrayList<Row>();
        gathered.set(rows);
        try {
            work.run();
        } finally {
            gathered.remove();
        }
        if (!rows.isEmpty()) {
            write(rows);
        }
    }

    private void append(Origin origin, String type, String json) {
        var id = Ids.next();
        var row = new Row(id, origin, type, json, EventJson.write(headers(id.toString(), type, origin)));
        var rows = gathered.get();
        if (rows == null) {
            write(List.of(row));
        } else {
            rows.add(row);
        }
    }

    private void write(List<Row> rows) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(insert)) {
            statement.setArray(1, column(connection, "uuid", rows, Row::id));
            statement.setArray(2, column(connection, "text", rows, row -> row.origin.aggregateId));
            statement.setArray(3, column(connection, "int", rows, row -> row.origin.aggregateVersion));
            statement.setArray(4, column(connection, "text", rows, row -> row.origin.key));
            statement.setArray(5, column(connection, "text", rows, Row::type));
            statement.setArray(6, column(connection, "text", rows, row -> row.origin.topic));
            statement.setArray(7, column(connection, "text", rows, Row::json));
            statement.setArray(8, column(connection, "text", rows, Row::headers));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("write an event to the outbox of " + service, e);
        }
        afterCommit.run(wakeRelay);
    }

    private static Array column(Connection connection, String type, List<Row> rows, Function<Row, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    private Map<String, String> headers(String id, String type, Origin origin) {
        var context = CallContext.current();
        var headers = new LinkedHashMap<String, String>();
        headers.put(CloudEvents.SPEC_VERSION, "1.0");
        headers.put(CloudEvents.ID, id);
        headers.put(CloudEvents.TYPE, type);
        headers.put(CloudEvents.SOURCE, service.source());
        headers.put(CloudEvents.SUBJECT, origin.aggregateId);
        headers.put(CloudEvents.TIME, clock.instant().toString());
        headers.put(CloudEvents.AGGREGATE_VERSION, Integer.toString(origin.aggregateVersion));
        headers.put(CloudEvents.CORRELATION_ID, context.correlationId());
        if (context.traceparent() != null) {
            headers.put(CloudEvents.TRACEPARENT, context.traceparent());
        }
        headers.put(CloudEvents.CONTENT_TYPE, "application/json");
        return headers;
    }

    /** The topic and the aggregate of an event. */
    private record Origin(String topic, String key, String aggregateId, int aggregateVersion) {}

    private record Row(UUID id, Origin origin, String type, String json, String headers) {}
}
