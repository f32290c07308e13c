package org.pizzaorders.kafka.cci;

import jakarta.resource.NotSupportedException;
import jakarta.resource.cci.IndexedRecord;
import jakarta.resource.cci.MappedRecord;
import jakarta.resource.cci.Record;
import jakarta.resource.cci.RecordFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;

/**
 * Translates between the connector's records and those of CCI. By the name of the record:
 *
 * <ul>
 *   <li>a record of a topic has {@code topic} (String), {@code partition} (Integer), {@code offset} (Long), {@code
 *       timestamp} (Instant), {@code key} and {@code value} (byte[], may be null), {@code headers} (Map of String to
 *       List of byte[]);
 *   <li>{@value #RECORDS}: a list of them, for a listener;
 *   <li>{@value #DEAD_LETTER}: one of them, and {@code reason} (String), {@code causes} (List of String), {@code attempts}
 *       (Integer), {@code firstFailedAt} and {@code lastFailedAt} (Instant);
 *   <li>to send: {@code topic}, {@code partition}, {@code timestamp}, {@code key}, {@code value}, {@code headers}; all
 *   except the topic may be absent;
 *   <li>{@value #ACKNOWLEDGED}: {@code partition} (Integer), {@code offset} (Long);
 *   <li>{@value #FAILED}: {@code reason} (String), {@code retriable} (Boolean).
 * </ul>
 */
public final class CciRecords implements RecordFactory {

    public static final String RECORDS = "records";
    public static final String DEAD_LETTER = "dead letter";
    public static final String ACKNOWLEDGED = "acknowledged";
    public static final String FAILED = "failed";

    @Override
    public <K, V> MappedRecord<K, V> createMappedRecord(String name) {
        return new MapRecord<>(name);
    }

    @Override
    public <E> IndexedRecord<E> createIndexedRecord(String name) {
        return new ListRecord<>(name);
    }

    /** For a listener's {@code onMessage}. */
    public static Record of(List<ConsumedRecord> records) {
        return new ListRecord<>(
                RECORDS, records.stream().map(each -> consumed("record", each)).toList());
    }

    /** For a listener's {@code onMessage}. */
    public static Record of(FailedRecord failed) {
        MapRecord<String, Object> letter = consumed(DEAD_LETTER, failed.record());
        letter.put("reason", failed.reason().name());
        letter.put("causes", failed.causes());
        letter.put("attempts", failed.attempts());
        letter.put("firstFailedAt", failed.firstFailedAt());
        letter.put("lastFailedAt", failed.lastFailedAt());
        return letter;
    }

    private static MapRecord<String, Object> consumed(String name, ConsumedRecord consumed) {
        MapRecord<String, Object> record = new MapRecord<>(name);
        record.put("topic", consumed.topic());
        record.put("partition", consumed.partition());
        record.put("offset", consumed.offset());
        record.put("timestamp", consumed.timestamp());
        record.put("key", consumed.key());
        record.put("value", consumed.value());
        record.put("headers", consumed.headers());
        return record;
    }

    static Record of(SendResult result) {
        if (result instanceof SendResult.Acknowledged acknowledged) {
            MapRecord<String, Object> record = new MapRecord<>(ACKNOWLEDGED);
            record.put("partition", acknowledged.partition());
            record.put("offset", acknowledged.offset());
            return record;
        }
        SendResult.Failed failed = (SendResult.Failed) result;
        MapRecord<String, Object> record = new MapRecord<>(FAILED);
        record.put("reason", failed.reason());
        record.put("retriable", failed.retriable());
        return record;
    }

    /**
     * @throws NotSupportedException that says what the input should be
     */
    static List<OutgoingRecord> outgoing(Record input) throws NotSupportedException {
        try {
            return ((Collection<?>) input)
                    .stream().map(each -> outgoing((Map<?, ?>) each)).toList();
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new NotSupportedException(
                    "To be sent: a list of maps with topic, partition, timestamp, key, value and headers", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static OutgoingRecord outgoing(Map<?, ?> record) {
        Map<String, List<byte[]>> headers = (Map<String, List<byte[]>>) record.get("headers");
        return new OutgoingRecord(
                (String) record.get("topic"),
                (Integer) record.get("partition"),
                (Instant) record.get("timestamp"),
                (byte[]) record.get("key"),
                (byte[]) record.get("value"),
                headers == null ? Map.of() : headers);
    }
}
