package org.pizzaorders.kafka.api;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record to publish. The key decides the partition and so the sequence.
 *
 * @param partition null: decided by the key. For a partition that does not exist the send waits, and fails after the
 *     factory's {@code maxBlock}
 * @param timestamp null: the time of publishing. A topic may be configured to store its own time instead
 * @param key null: any partition
 * @param value null: a tombstone
 * @param headers by name, each name with its values in their order; values may be null
 */
public record OutgoingRecord(
        String topic,
        Integer partition,
        Instant timestamp,
        byte[] key,
        byte[] value,
        Map<String, List<byte[]>> headers) {

    /**
     * @throws IllegalArgumentException if the partition or the time is negative, or a header is no name with a list of
     *     byte arrays
     */
    public OutgoingRecord {
        requireNonNull(topic, "topic");
        headers = copy(headers);
        if (partition != null && partition < 0) {
            throw new IllegalArgumentException("partition: 0 or more, or null for the one of the key");
        }
        if (timestamp != null && timestamp.toEpochMilli() < 0) {
            throw new IllegalArgumentException("timestamp: of 1970 or later");
        }
    }

    /** A record for the partition of its key, with the current time. */
    public OutgoingRecord(String topic, byte[] key, byte[] value, Map<String, List<byte[]>> headers) {
        this(topic, null, null, key, value, headers);
    }

    private static Map<String, List<byte[]>> copy(Map<String, List<byte[]>> headers) {
        Map<String, List<byte[]>> copy = new LinkedHashMap<>();
        headers.forEach((name, values) -> copy.put(checked(name), copy(values)));
        return Collections.unmodifiableMap(copy);
    }

    private static String checked(String name) {
        if (name == null) {
            throw new IllegalArgumentException("headers: each needs a name");
        }
        return name;
    }

    /** The compiler does not see what comes through CCI, so the values may be of any type. */
    private static List<byte[]> copy(List<byte[]> values) {
        List<?> unchecked = values;
        if (!unchecked.stream().allMatch(each -> each == null || each instanceof byte[])) {
            throw new IllegalArgumentException("headers: each value is a byte array or null");
        }
        return Collections.unmodifiableList(new ArrayList<>(values));
    }
}
