package org.pizzaorders.operations.api;

/** What an operator has decided about a breaker. */
public enum BreakerOverride {
    /** No override: the breaker opens and closes by the results of its calls. */
    NONE,
    /** No call goes out, and no attempt is spent. */
    OPEN,
    /** Every call goes out, whatever the results of earlier calls. */
    CLOSED
}
