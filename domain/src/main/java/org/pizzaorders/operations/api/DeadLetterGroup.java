package org.pizzaorders.operations.api;

import java.time.Instant;
import java.util.List;

/**
 * Dead letters with the same fingerprint.
 *
 * @param eventType null if the records have none
 * @param parkedBehind how many events wait behind all of them
 */
public record DeadLetterGroup(
        String fingerprint,
        String service,
        String consumer,
        String eventType,
        DeadLetterReason reason,
        List<String> causes,
        long count,
        long parkedBehind,
        Instant firstFailedAt,
        Instant lastFailedAt) {

    public DeadLetterGroup {
        causes = List.copyOf(causes);
    }
}
