package org.pizzaorders.web.ops.consumer;

import static org.pizzaorders.web.http.Constraints.NEEDED;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.operations.api.Reasons;

/** The batch to skip, as the consumer shows it, and why. */
public record CorruptBatch(
        @NotBlank(message = NEEDED) String topic,
        @NotNull(message = NEEDED) Integer partition,
        @NotNull(message = NEEDED) Long offset,

        @NotBlank(message = NEEDED) @Size(max = Reasons.LONGEST, message = "must be at most 500 characters")
        String reason) {

    boolean holds(ConsumerView consumer) {
        return consumer.assignment().stream()
                .anyMatch(each -> each.corrupt()
                        && each.topic().equals(topic)
                        && each.partition() == partition
                        && each.position() == offset);
    }

    /** For the audit. */
    String target(String consumer) {
        return consumer + " " + topic + "-" + partition + " at " + offset;
    }
}
