package org.pizzaorders.kafka.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record as read from the topic, not decoded.
 *
 * @param key null if the record has none
 * @param value null for a tombstone
 * @param headers by name, each name with its values in their order; values may be null
 */
public record ConsumedRecord(
        String topic,
        int partition,
        long offset,
        Instant timestamp,
        byte[] key,
        byte[] value,
        Map<String, List<byte[]>> headers) {

    /** The last value of that name as UTF-8 text; empty if the record has no such header, or one without a value. */
    public Optional<String> header(String name) {
        List<byte[]> values = headers.getOrDefault(name, List.of());
        return values.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(values.get(values.size() - 1))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The position of the record, for logs: {@code order-events-3@17}. */
    public String position() {
        return topic + "-" + partition + "@" + offset;
    }
}
