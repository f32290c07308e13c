package org.pizzaorders.messaging.outbox;

import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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

    public Outbox(Service service, DataSource dataSource, Clock clock, AfterCommit afterCommit, Runnable wakeRelay) {
        this.service = service;
        this.dataSource = dataSource;
        this.clock = clock;
        this.afterCommit = afterCommit;
        this.wakeRelay = wakeRelay;
        this.insert = "insert into " + service.table("outbox_events")
                + " (event_id, aggregate_id, aggregate_version, partition_key, event_type, topic, payload, headers)"
                + " values (?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb))";
    }

    /**
     * Writes the event in the transaction of this thread, with the correlation id of its {@link CallContext}.
     *
     * @param aggregateVersion counts from 1 for each aggregate, without gaps
     */
    public void append(DomainEvent event, int aggregateVersion) {
        write(
                new Origin(service.topic(), event.partitionKey(), event.aggregateId(), aggregateVersion),
                EventType.nameOf(event.getClass()),
                EventJson.write(event));
    }

    /** Writes a record that is not an event of an aggregate, for another topic. */
    public void append(String topic, String key, UUID id, String type, String json) {
        write(new Origin(topic, key, id.toString(), 1), type, json);
    }

    private void write(Origin origin, String type, String json) {
        var id = Ids.next();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(insert)) {
            statement.setObject(1, id);
            statement.setString(2, origin.aggregateId);
            statement.setInt(3, origin.aggregateVersion);
            statement.setString(4, origin.key);
            statement.setString(5, type);
            statement.setString(6, origin.topic);
            statement.setString(7, json);
            statement.setString(8, EventJson.write(headers(id.toString(), type, origin)));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("write an event to the outbox of " + service, e);
        }
        afterCommit.run(wakeRelay);
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
}
