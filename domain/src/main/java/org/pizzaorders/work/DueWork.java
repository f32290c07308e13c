package org.pizzaorders.work;

import java.util.List;

/**
 * Rows that fall due, are claimed, tried, and then settled, rescheduled or parked: events to publish, payments to
 * attempt, messages to deliver. A {@link DueWorker} calls it, on one thread at a time, outside any transaction. Every
 * method makes the short transactions that it needs.
 *
 * <p>The process may die after each step, and then claimed rows fall due again. So {@link #attempt} must be idempotent.
 *
 * @param <T> a claimed row, or its id
 */
public interface DueWork<T> extends Rounds {

    /** Claims rows that are due, so that no other instance takes them; empty if there are none. */
    List<T> claim(int limit);

    /**
     * Tries all rows and records each outcome. The failure of a row is recorded, not thrown.
     *
     * @throws RuntimeException if no more work is possible for now: the worker backs off and retries
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
