package org.pizzaorders.work;

/**
 * What a {@link DueWorker} does, round by round: by one thread at a time, outside any transaction; every method makes the
 * short transactions that it needs.
 */
public interface Rounds {

    /**
     * Does one round.
     *
     * @param limit of rows
     * @return whether there may be more to do at once
     * @throws RuntimeException if nothing more can be done for now: the worker backs off and comes again
     */
    boolean run(int limit);

    /** Woken during a round, by any thread: whoever waits within it may want to look again. */
    default void woken() {}

    /** The worker is about to stop, by any thread: whoever waits within a round had better end. No rounds follow. */
    default void stopping() {}

    /** The worker backs off or has stopped: gives back what is held from round to round. */
    default void rest() {}
}
