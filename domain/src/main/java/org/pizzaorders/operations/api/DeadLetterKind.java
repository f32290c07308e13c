package org.pizzaorders.operations.api;

/** Which way the event was going. */
public enum DeadLetterKind {
    /** A consumer of the service could not apply it. */
    INCOMING,
    /** The topic would not take it from the outbox of the service. */
    OUTGOING
}
