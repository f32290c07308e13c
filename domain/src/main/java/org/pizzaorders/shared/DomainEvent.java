package org.pizzaorders.shared;

/**
 * A fact that one component tells the others. Events are records in sealed families (one family a topic); their
 * components are the JSON that goes out. Changes are additive.
 */
public interface DomainEvent {

    /** Whose fact it is: the id of the order, payment, notification or pizza. Becomes {@code ce_subject}. */
    String aggregateId();

    /** What decides the partition, and with it the order of arrival: the order id wherever there is one. */
    default String partitionKey() {
        return aggregateId();
    }
}
