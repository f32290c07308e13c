package org.pizzaorders.kafka.api;

/** The state of a consumer. */
public enum ConsumerState {
    /** Not in its group yet. */
    STARTING,
    RUNNING,
    /** Something that it needs, broker or database, fails; it goes on by itself when that is back. */
    DEGRADED,
    /** Paused by an operator; no delivery is running. */
    PAUSED,
    /** Stopped, or gave up. */
    STOPPED
}
