package org.pizzaorders.local.faults.evidence;

/**
 * An event on a topic.
 *
 * @param key whose partition it is on: an order
 * @param type without name space and version
 * @param subject whose fact it is: an order, a payment, a notification, a pizza
 */
public record Told(String topic, String key, String id, String type, String subject, int version) {

    /** What versions count within. */
    public String aggregate() {
        return topic + " " + subject;
    }
}
