package org.pizzaorders.operations.api;

/** What an operator has decided about a breaker. */
public enum BreakerOverride {
    /** Nothing: it opens and closes by what its calls come to. */
    NONE,
    /** No call goes out, and no attempt is spent. */
    OPEN,
    /** Every call goes out, whatever the calls before came to. */
    CLOSED
}
