package org.pizzaorders.kafka.inbound.failure;

/** Who is to blame for a failed attempt, and so what comes next. */
public enum Blame {
    /** Something around the record: wait, spend no attempt, for however long it takes. */
    INFRASTRUCTURE,
    /** The transaction's time was up, also when the process was frozen: the same, but not in a batch again. */
    TIMED_OUT,
    /** The record, as far as one can tell: spend an attempt. */
    POISON,
    /** The record, as the listener says itself: no attempt will ever succeed. */
    UNPROCESSABLE
}
