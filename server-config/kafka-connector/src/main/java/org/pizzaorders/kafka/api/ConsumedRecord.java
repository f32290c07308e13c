package org.pizzaorders.kafka.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A record as it was read, undecoded.
 *
 * @param key null if the record has none
 * @param value null for a tombstone
 * @param headers by name; where a name occurs more than once, the last one
 */
public record ConsumedRecord(
        String topic,
        int partition,
        long offset,
        Instant timestamp,
        byte[] key,
        byte[] value,
        Map<String, byte[]> headers) {

    /** The header's value as UTF-8 text; empty if the record has no such header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Where the record stands, for logs: {@code order-events-3@17}. */
    public String position() {
        return topic + "-" + partition + "@" + offset;
    }
}
