package org.pizzaorders.kafka.api;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record to publish. The key decides the partition, and with it the order.
 *
 * @param key may be null: any partition
 * @param value may be null: a tombstone
 * @param headers in their order; values may be null
 */
public record OutgoingRecord(String topic, byte[] key, byte[] value, Map<String, byte[]> headers) {

    public OutgoingRecord {
        requireNonNull(topic, "topic");
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
