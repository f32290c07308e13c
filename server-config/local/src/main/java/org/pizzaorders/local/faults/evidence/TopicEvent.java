package org.pizzaorders.local.faults.evidence;

/**
 * An event on a topic.
 *
 * @param key the record's key: an order id
 * @param type the event type without name space and version
 * @param subject the id of its aggregate: an order, a payment, a notification, a pizza
 */
public record TopicEvent(String topic, String key, String id, String type, String subject, int version) {

    /** The aggregate, within which versions are counted. */
    public String aggregate() {
        return topic + " " + subject;
    }
}
