package org.pizzaorders.web.ops.consumer;

import static org.pizzaorders.web.http.Constraints.NEEDED;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.KafkaConsumers;
import org.pizzaorders.operations.api.Reasons;
import org.pizzaorders.web.http.Requests;

/**
 * The new position of a consumer, with a reason: an offset of one partition, or a time for all partitions of a topic.
 *
 * @param partition null with a time
 * @param offset null with a time
 * @param time RFC 3339, UTC; null with an offset
 */
public record ConsumerSeek(
        @NotBlank(message = NEEDED) String topic,
        Integer partition,
        @PositiveOrZero(message = "must not be negative") Long offset,
        String time,

        @NotBlank(message = NEEDED) @Size(max = Reasons.LONGEST, message = "must be at most 500 characters")
        String reason) {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * @throws org.pizzaorders.shared.InvalidInput if it has neither or both
     */
    ConsumerSeek checked() {
        if (time == null) {
            needed("partition", partition);
            needed("offset", offset);
        } else if (partition != null || offset != null) {
            throw Requests.invalid("time", "stands in place of partition and offset");
        } else {
            instant();
        }
        return this;
    }

    private static void needed(String field, Object value) {
        if (value == null) {
            throw Requests.invalid(field, "is needed, unless there is a time");
        }
    }

    private Instant instant() {
        Instant wanted;
        try {
            wanted = Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw Requests.invalid("time", "must be a time such as 2026-11-22T16:20:01Z");
        }
        if (wanted.isBefore(Instant.EPOCH) || wanted.isAfter(LATEST)) {
            throw Requests.invalid("time", "must be from 1970 to the year 9999");
        }
        return wanted;
    }

    boolean isHeldBy(ConsumerView consumer) {
        return consumer.assignment().stream()
                .anyMatch(each -> each.topic().equals(topic) && (partition == null || each.partition() == partition));
    }

    /**
     * @throws IllegalStateException if the partition is not assigned any more
     */
    ConsumerView by(KafkaConsumers consumers, String id) {
        return time == null
                ? consumers.seek(id, topic, partition, offset, reason)
                : consumers.seekToTime(id, topic, instant(), reason);
    }

    /** For the audit. */
    String target(String consumer) {
        return consumer + " " + topic + (time == null ? "-" + partition + " at " + offset : " at " + time);
    }
}
