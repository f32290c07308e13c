package org.pizzaorders.messaging;

/**
 * What has to come one after the other at one consumer: the events of one key of one topic.
 *
 * @param key null for a record that stands by itself
 */
record EventQueue(String consumer, String topic, String key) {

    static EventQueue of(String consumer, IncomingEvent event) {
        return new EventQueue(consumer, event.topic(), event.key());
    }
}
