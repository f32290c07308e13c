package org.pizzaorders.operations.api;

/** Why an event became a dead letter. */
public enum DeadLetterReason {
    /** The consumer used up all its attempts. */
    EXHAUSTED,
    /** The consumer knows the type but cannot read the event, or the content cannot be true. */
    UNREADABLE,
    /** The topic will never accept it, for example because it is too large. */
    UNSENDABLE
}
