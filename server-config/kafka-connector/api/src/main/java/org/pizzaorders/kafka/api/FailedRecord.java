package org.pizzaorders.kafka.api;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A record that the connector gives up, and why.
 *
 * @param record as read from the topic, not decoded
 * @param causes class names of the last failure down to its root cause; no messages, because these may quote the record
 * @param attempts how often the record failed on its own, without infrastructure failures; at least 1
 * @param firstFailedAt time of the first of these attempts; each new owner of the partition starts again
 */
public record FailedRecord(
        ConsumedRecord record,
        Reason reason,
        List<String> causes,
        int attempts,
        Instant firstFailedAt,
        Instant lastFailedAt) {

    /** The reason for giving up. */
    public enum Reason {
        /** All its attempts have failed. */
        EXHAUSTED,
        /** The listener said by {@link UnprocessableRecordException} that no attempt will ever succeed. */
        UNREADABLE
    }

    public FailedRecord {
        requireNonNull(record, "record");
        requireNonNull(reason, "reason");
        causes = List.copyOf(causes);
        requireNonNull(firstFailedAt, "firstFailedAt");
        requireNonNull(lastFailedAt, "lastFailedAt");
    }
}
