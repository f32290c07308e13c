package org.pizzaorders.operations.api;

/** Why an event became a dead letter. */
public enum DeadLetterReason {
    /** Its consumer failed at it as often as it may. */
    EXHAUSTED,
    /** Its consumer should know it and cannot read it, or it says what cannot be. */
    UNREADABLE,
    /** Its topic will never take it, for instance because it is too large. */
    UNSENDABLE
}
