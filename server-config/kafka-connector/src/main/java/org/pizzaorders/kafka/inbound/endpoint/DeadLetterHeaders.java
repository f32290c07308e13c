package org.pizzaorders.kafka.inbound.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.FailedRecord;

/** A published dead letter's headers: those of the record, trace and all, and what became of it. All text, UTF-8. */
final class DeadLetterHeaders {

    private DeadLetterHeaders() {}

    static Map<String, byte[]> of(FailedRecord failed, String groupId) {
        ConsumedRecord origin = failed.record();
        Map<String, byte[]> headers = new LinkedHashMap<>(origin.headers());
        put(headers, "reason", failed.reason());
        put(headers, "causes", String.join(",", failed.causes()));
        put(headers, "topic", origin.topic());
        put(headers, "partition", origin.partition());
        put(headers, "offset", origin.offset());
        put(headers, "timestamp", origin.timestamp());
        put(headers, "group", groupId);
        put(headers, "attempts", failed.attempts());
        put(headers, "first-failed-at", failed.firstFailedAt());
        put(headers, "last-failed-at", failed.lastFailedAt());
        return headers;
    }

    private static void put(Map<String, byte[]> headers, String name, Object value) {
        headers.put("dead-letter-" + name, value.toString().getBytes(UTF_8));
    }
}
