package org.pizzaorders.work;

import java.util.List;

/**
 * Rows that fall due, are claimed, tried, and put back with a later due time or parked: events to publish, payments to
 * attempt, messages to deliver. Called by a {@link DueWorker}, by one thread at a time, outside any transaction; every
 * method makes the short transactions that it needs.
 *
 * <p>A process may die after each step: what was claimed falls due again by itself, so {@link #attempt} must bear being
 * done twice.
 *
 * @param <T> a claimed row, or its id
 */
public interface DueWork<T> extends Rounds {

    /** Claims rows that are due, so that no other instance takes them; empty if there are none. */
    List<T> claim(int limit);

    /**
     * Tries all of them and records each outcome. A row that fails is recorded as such, not thrown.
     *
     * @throws RuntimeException if nothing more can be done for now: the worker backs off and comes again
     */
    void attempt(List<T> claimed);

    @Override
    default boolean run(int limit) {
        var claimed = claim(limit);
        if (claimed.isEmpty()) {
            return false;
        }
        attempt(claimed);
        return true;
    }
}
