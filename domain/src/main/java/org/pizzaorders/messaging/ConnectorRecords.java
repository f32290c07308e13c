package org.pizzaorders.messaging;

import jakarta.resource.cci.IndexedRecord;
import jakarta.resource.cci.Record;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pizzaorders.messaging.deadletter.Failure;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.operations.api.DeadLetterReason;

/** Translates the connector's records into incoming events. */
final class ConnectorRecords {

    private ConnectorRecords() {}

    /** Whether these are records of a topic, and not one that the connector gives up. */
    static boolean areFresh(Record record) {
        return record instanceof IndexedRecord<?>;
    }

    static List<IncomingEvent> events(Record records) {
        return ((List<?>) records).stream().map(ConnectorRecords::event).toList();
    }

    @SuppressWarnings("unchecked")
    static IncomingEvent event(Object record) {
        var fields = (Map<String, Object>) record;
        return IncomingEvent.of(
                (String) fields.get("topic"),
                (Integer) fields.get("partition"),
                (Long) fields.get("offset"),
                (byte[]) fields.get("key"),
                (byte[]) fields.get("value"),
                last((Map<String, List<byte[]>>) fields.get("headers")));
    }

    /** Of what is there more than once. A value may be null, which collectors do not take. */
    private static Map<String, byte[]> last(Map<String, List<byte[]>> headers) {
        var last = new HashMap<String, byte[]>();
        headers.forEach((name, values) -> last.put(name, values.get(values.size() - 1)));
        return last;
    }

    static Failure failure(Object deadLetter) {
        var fields = (Map<?, ?>) deadLetter;
        return new Failure(
                DeadLetterReason.valueOf((String) fields.get("reason")),
                texts(fields.get("causes")).toList(),
                (Integer) fields.get("attempts"),
                (Instant) fields.get("firstFailedAt"),
                (Instant) fields.get("lastFailedAt"));
    }

    private static Stream<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast);
    }
}
