package org.pizzaorders.kafka.inbound.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.api.OutgoingRecord;

/**
 * How much of a record its dead letter contains. The topic may not accept all of it: its size limit may be smaller than
 * that of the original topic, the record may have been compressed better, or the additional headers may make it too
 * large. Then the next form is tried. Each form has topic, partition and offset of the record in its headers.
 */
enum DeadLetterForm {
    WHOLE {
        @Override
        OutgoingRecord of(String topic, FailedRecord failed, String groupId) {
            ConsumedRecord origin = failed.record();
            return new OutgoingRecord(
                    topic, origin.key(), origin.value(), DeadLetterHeaders.of(failed, groupId, origin.headers()));
        }
    },

    /** Only the beginning of the value, and only short headers. */
    SHORTENED {
        @Override
        OutgoingRecord of(String topic, FailedRecord failed, String groupId) {
            ConsumedRecord origin = failed.record();
            Map<String, List<byte[]>> headers = DeadLetterHeaders.of(failed, groupId, shortOnes(origin.headers()));
            DeadLetterHeaders.shortened(headers, origin);
            return new OutgoingRecord(topic, keyOf(origin), beginning(origin.value()), headers);
        }
    },

    /**
     * Only the position of the record and nothing of its content. It has a key, because a compacted topic requires one.
     */
    POINTER {
        @Override
        OutgoingRecord of(String topic, FailedRecord failed, String groupId) {
            ConsumedRecord origin = failed.record();
            Map<String, List<byte[]>> headers = DeadLetterHeaders.pointer(origin, groupId);
            DeadLetterHeaders.shortened(headers, origin);
            return new OutgoingRecord(topic, position(origin), new byte[0], headers);
        }
    };

    private static final int SHORT = 1024;
    private static final int MOST_HEADERS = 8;

    abstract OutgoingRecord of(String topic, FailedRecord failed, String groupId);

    private static Map<String, List<byte[]>> shortOnes(Map<String, List<byte[]>> headers) {
        Map<String, List<byte[]>> kept = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            boolean isShort = name.length() + length(values) <= SHORT / MOST_HEADERS;
            if (isShort && kept.size() < MOST_HEADERS) {
                kept.put(name, values);
            }
        });
        return kept;
    }

    private static int length(List<byte[]> values) {
        return values.stream()
                .mapToInt(value -> value == null ? 0 : value.length)
                .sum();
    }

    private static byte[] keyOf(ConsumedRecord origin) {
        return origin.key() == null || origin.key().length <= SHORT ? origin.key() : position(origin);
    }

    private static byte[] position(ConsumedRecord origin) {
        return origin.position().getBytes(UTF_8);
    }

    private static byte[] beginning(byte[] value) {
        return value == null || value.length <= SHORT ? value : Arrays.copyOf(value, SHORT);
    }
}
