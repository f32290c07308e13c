package org.pizzaorders.messaging.outbox;

import java.util.Map;

/**
 * An event on its way out, as its outbox row has it.
 *
 * @param key what decides the partition
 * @param payload JSON
 * @param headers null if the row has none that a record could carry: it can never be sent
 * @param attempts that failed before
 */
public record OutgoingEvent(
        long id,
        String aggregateId,
        String topic,
        String key,
        String payload,
        Map<String, String> headers,
        int attempts) {

    boolean isRetry() {
        return attempts > 0;
    }
}
