package org.pizzaorders.kafka.api;

/** How a consumer fares. */
public enum ConsumerState {
    /** Not in its group yet. */
    STARTING,
    RUNNING,
    /** Something that it needs, broker or database, fails; it goes on by itself when that is back. */
    DEGRADED,
    /** By an operator, until resumed; what was under way has ended. */
    PAUSED,
    /** Gone, or has given up. */
    STOPPED
}
