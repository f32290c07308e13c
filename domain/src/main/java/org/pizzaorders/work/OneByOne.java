package org.pizzaorders.work;

import java.util.Collection;
import java.util.function.BiConsumer;
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
     * @param failed records a failure that the row caused, and throws any other
     * @throws RuntimeException what {@code failed} threw, at once; or the failure of the database, after the remaining
     *     rows were tried
     */
    public static <T> void attempt(Collection<T> claimed, Consumer<T> attempt, BiConsumer<T, RuntimeException> failed) {
        RuntimeException outage = null;
        var failedBefore = false;
        for (var row : claimed) {
            try {
                attemptOne(row, attempt, failed);
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

    private static <T> void attemptOne(T row, Consumer<T> attempt, BiConsumer<T, RuntimeException> failed) {
        try {
            attempt.accept(row);
        } catch (RuntimeException e) {
            if (DatabaseAway.isBehind(e)) {
                throw e;
            }
            failed.accept(row, e);
        }
    }
}
