package org.pizzaorders.messaging.inbox;

/**
 * What has to come one after the other at one consumer: the events of one key of one topic.
 *
 * @param key null for a record that stands by itself
 */
public record EventQueue(String consumer, String topic, String key) {

    public static EventQueue of(String consumer, IncomingEvent event) {
        return new EventQueue(consumer, event.topic(), event.key());
    }
}
