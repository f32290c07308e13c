package org.pizzaorders.kafka.inbound.failure;

/** Who is to blame for a failed attempt, and so what comes next. */
public enum Blame {
    /** The infrastructure: wait without a limit and use up no attempt. */
    INFRASTRUCTURE,
    /**
     * The transaction timed out, perhaps because the process was frozen: like infrastructure, but do not deliver it in
     * a batch again.
     */
    TIMED_OUT,
    /** Probably the record: use up an attempt. */
    POISON,
    /** The record, according to the listener: no attempt will ever succeed. */
    UNPROCESSABLE
}
