package org.pizzaorders.messaging;

import java.util.Map;

/**
 * An event on its way out, as its outbox row has it.
 *
 * @param key what decides the partition
 * @param payload JSON
 */
public record OutgoingEvent(
        long id,
        String aggregateId,
        String topic,
        String key,
        String payload,
        Map<String, String> headers,
        int attempts) {}
