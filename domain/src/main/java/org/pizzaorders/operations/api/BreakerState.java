package org.pizzaorders.operations.api;

/** The state of a breaker. */
public enum BreakerState {
    /** Calls go out. */
    CLOSED,
    /** Too many calls failed: none goes out until the wait is over. */
    OPEN,
    /** The wait is over: a few trial calls decide whether it closes or opens again. */
    HALF_OPEN,
    /** An operator blocks all calls. */
    FORCED_OPEN,
    /** An operator lets every call out. */
    FORCED_CLOSED
}
