package org.pizzaorders.messaging.outbox;

import java.util.Map;

/**
 * An event to be sent, as in its outbox row.
 *
 * @param key decides the partition
 * @param payload JSON
 * @param headers null if the row has no headers that a record can carry; such an event can never be sent
 * @param attempts number of failed attempts
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
