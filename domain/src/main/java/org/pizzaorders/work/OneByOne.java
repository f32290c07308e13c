package org.pizzaorders.work;

import java.util.Collection;
import java.util.function.Consumer;
import org.pizzaorders.database.DatabaseAway;

/**
 * Processes claimed rows, each in its own transaction. If the database fails at one row, perhaps only that row is
 * unreadable, and the next one is tried. If that fails too, the database is away, and the remaining rows fall due again
 * when their lease ends.
 */
public final class OneByOne {

    private OneByOne() {}

    /**
     * @param attempt records a failure that the row caused, and throws any other
     * @throws RuntimeException the exception of an attempt: at once if the database is not its cause, else after the
     *     remaining rows were tried
     */
    public static <T> void attempt(Collection<T> claimed, Consumer<T> attempt) {
        RuntimeException outage = null;
        var failedBefore = false;
        for (var row : claimed) {
            try {
                attempt.accept(row);
                failedBefore = false;
            } catch (RuntimeException e) {
                if (failedBefore || !DatabaseAway.isBehind(e)) {
                    throw e;
                }
                failedBefore = true;
                outage = e;
            }
        }
        if (outage != null) {
            throw outage;
        }
    }
}
