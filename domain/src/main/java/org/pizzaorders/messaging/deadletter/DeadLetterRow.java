package org.pizzaorders.messaging.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.pizzaorders.messaging.event.EventJson;
import org.pizzaorders.messaging.inbox.EventQueue;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.operations.api.DeadLetterStatus;
import tools.jackson.core.type.TypeReference;

/**
 * An incoming event as stored in its row of {@code dead_letters}.
 *
 * @param payload encrypted; null for a record without value
 */
record DeadLetterRow(
        UUID id,
        DeadLetterStatus status,
        EventQueue queue,
        int partition,
        long offset,
        String eventId,
        String eventType,
        Map<String, String> headers,
        byte[] payload) {

    static final String COLUMNS = "id, status, consumer, topic, record_key, record_partition, record_offset, event_id,"
            + " event_type, headers, payload";

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    static DeadLetterRow of(ResultSet row) throws SQLException {
        return new DeadLetterRow(
                row.getObject("id", UUID.class),
                DeadLetterStatus.valueOf(row.getString("status")),
                new EventQueue(row.getString("consumer"), row.getString("topic"), row.getString("record_key")),
                row.getInt("record_partition"),
                row.getLong("record_offset"),
                row.getString("event_id"),
                row.getString("event_type"),
                EventJson.read(row.getString("headers"), HEADERS),
                row.getBytes("payload"));
    }

    /** The event as it first came in, for the consumer's own handler. */
    IncomingEvent event(DeadLetterCipher cipher) {
        return new IncomingEvent(
                queue.topic(), partition, offset, queue.key(), headers, cipher.open(id, payload), true);
    }
}
