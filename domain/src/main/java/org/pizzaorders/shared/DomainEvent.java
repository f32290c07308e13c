package org.pizzaorders.shared;

/**
 * A fact that one component publishes for the others. Events are records in sealed families, one family for each topic.
 * The record components are the JSON that is sent. Changes are additive.
 */
public interface DomainEvent {

    /** The id of the order, payment, notification or pizza that the event is about. Becomes {@code ce_subject}. */
    String aggregateId();

    /** The record key. It decides the partition and so the sequence of events: the order id wherever there is one. */
    default String partitionKey() {
        return aggregateId();
    }
}
