package org.pizzaorders.kafka.inbound.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.FailedRecord;

/**
 * The headers of a published dead letter: those of the record, including its trace, and those about its failure. All
 * are UTF-8 text.
 */
final class DeadLetterHeaders {

    private DeadLetterHeaders() {}

    /**
     * @param own the record's own headers to include
     */
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

    /** The position of the record. */
    static Map<String, List<byte[]>> pointer(ConsumedRecord origin, String groupId) {
        Map<String, List<byte[]>> headers = new LinkedHashMap<>();
        put(headers, "topic", origin.topic());
        put(headers, "partition", origin.partition());
        put(headers, "offset", origin.offset());
        put(headers, "timestamp", origin.timestamp());
        put(headers, "group", groupId);
        return headers;
    }

    /** Marks the dead letter as shortened, with the original lengths of value and key. */
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
