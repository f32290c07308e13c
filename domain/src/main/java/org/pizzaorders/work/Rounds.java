package org.pizzaorders.work;

/**
 * The work of a {@link DueWorker}, round by round. It runs on one thread at a time, outside any transaction. Every
 * method makes the short transactions that it needs.
 */
public interface Rounds {

    /**
     * Does one round.
     *
     * @param limit how many rows at most
     * @return whether there may be more work at once
     * @throws RuntimeException if no more work is possible for now: the worker backs off and retries
     */
    boolean run(int limit);

    /** A wake-up came during a round, from any thread. A round that waits may look for new work. */
    default void woken() {}

    /** The worker is about to stop. Called from any thread. A round that waits should end; no rounds follow. */
    default void stopping() {}

    /** The worker backs off or has stopped. Release everything that is held between rounds. */
    default void rest() {}
}
