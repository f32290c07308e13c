package org.pizzaorders.operations.api;

/** The direction of the event. */
public enum DeadLetterKind {
    /** A consumer of the service could not apply it. */
    INCOMING,
    /** The topic did not accept it from the outbox of the service. */
    OUTGOING
}
