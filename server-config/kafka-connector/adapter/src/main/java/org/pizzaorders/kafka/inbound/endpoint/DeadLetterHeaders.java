package org.pizzaorders.kafka.inbound.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.FailedRecord;

/** A published dead letter's headers: those of the record, trace and all, and what became of it. All text, UTF-8. */
final class DeadLetterHeaders {

    private DeadLetterHeaders() {}

    /** @param own those of the record's own that go along */
    static Map<String, List<byte[]>> of(FailedRecord failed, String groupId, Map<String, List<byte[]>> own) {
        Map<String, List<byte[]>> headers = new LinkedHashMap<>(own);
        put(headers, "reason", failed.reason());
        put(headers, "causes", String.join(",", failed.causes()));
        headers.putAll(pointer(failed.record(), groupId));
        put(headers, "attempts", failed.attempts());
        put(headers, "first-failed-at", failed.firstFailedAt());
        put(headers, "last-failed-at", failed.lastFailedAt());
        return headers;
    }

    /** Where the record is. */
    static Map<String, List<byte[]>> pointer(ConsumedRecord origin, String groupId) {
        Map<String, List<byte[]>> headers = new LinkedHashMap<>();
        put(headers, "topic", origin.topic());
        put(headers, "partition", origin.partition());
        put(headers, "offset", origin.offset());
        put(headers, "timestamp", origin.timestamp());
        put(headers, "group", groupId);
        return headers;
    }

    /** Says that it is not the whole record, and how long value and key of that were. */
    static void shortened(Map<String, List<byte[]>> headers, ConsumedRecord origin) {
        put(headers, "shortened", "value=" + length(origin.value()) + ",key=" + length(origin.key()));
    }

    private static int length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static void put(Map<String, List<byte[]>> headers, String name, Object value) {
        headers.put("dead-letter-" + name, List.of(value.toString().getBytes(UTF_8)));
    }
}
