package org.pizzaorders.operations.api;

/** {@code OPEN} waits for an operator; {@code PARKED} waits behind an open one and was never tried. */
public enum DeadLetterStatus {
    OPEN,
    /** About to be applied once more. */
    REDRIVING,
    /** Not dead itself: a later event of the same key. */
    PARKED,
    /** Applied in the end. */
    REDRIVEN,
    /** Given up by an operator; its payload is gone. */
    DISCARDED
}
