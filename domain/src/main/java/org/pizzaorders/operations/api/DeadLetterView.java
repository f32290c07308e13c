package org.pizzaorders.operations.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A dead letter without its payload.
 *
 * @param consumer the consumer that could not apply it; {@code outbox} for an outgoing event
 * @param partition null for an outgoing event, as is {@code offset}
 * @param key of the record, such as the order id; null if it has none
 * @param eventId as the record has it; null if it has none
 * @param eventType as the record has it; null if it has none
 * @param reason null while it is only parked
 * @param causes class names of the exceptions, the outermost first
 * @param fingerprint equal for failures that seem to have the same cause; null while it is only parked
 * @param firstFailedAt null while it is only parked, as is {@code lastFailedAt}
 * @param parkedBehind how many later events wait for it: those of its key, or of its aggregate if it is outgoing; the
 *     count ends at 10,000
 * @param resolvedAt null until it is redriven or discarded
 */
public record DeadLetterView(
        UUID id,
        String service,
        DeadLetterKind kind,
        DeadLetterStatus status,
        String consumer,
        String topic,
        Integer partition,
        Long offset,
        String key,
        String eventId,
        String eventType,
        DeadLetterReason reason,
        List<String> causes,
        String fingerprint,
        int attempts,
        Instant firstFailedAt,
        Instant lastFailedAt,
        int parkedBehind,
        Instant resolvedAt) {

    public DeadLetterView {
        causes = List.copyOf(causes);
    }
}
