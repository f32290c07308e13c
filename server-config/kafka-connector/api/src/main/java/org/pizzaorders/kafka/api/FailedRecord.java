package org.pizzaorders.kafka.api;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A record that is given up, and why.
 *
 * @param record as it was read, undecoded
 * @param causes class names of the last failure down to its root cause; no messages, as these may quote the record
 * @param attempts how often the record was delivered on its own and failed, infrastructure failures left out; at least 1
 * @param firstFailedAt of these attempts; counted anew by each member of the group that gets the partition
 */
public record FailedRecord(
        ConsumedRecord record,
        Reason reason,
        List<String> causes,
        int attempts,
        Instant firstFailedAt,
        Instant lastFailedAt) {

    /** Why a record is given up. */
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
