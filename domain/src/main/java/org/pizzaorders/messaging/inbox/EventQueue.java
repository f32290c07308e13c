package org.pizzaorders.messaging.inbox;

/**
 * Events that one consumer must apply in order: those of one key of one topic.
 *
 * @param key null for a record without a key, which waits for no other
 */
public record EventQueue(String consumer, String topic, String key) {

    public static EventQueue of(String consumer, IncomingEvent event) {
        return new EventQueue(consumer, event.topic(), event.key());
    }
}
