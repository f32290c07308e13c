package org.pizzaorders.work;

import java.util.Collection;
import java.util.function.Consumer;
import org.pizzaorders.database.DatabaseAway;

/**
 * Claimed rows, each in a transaction of its own. A database that fails at one of them may only be unable to read that
 * very row, and the others go on; if it fails at the next one too it is away, and the rest is left to its lease.
 */
public final class OneByOne {

    private OneByOne() {}

    /**
     * @param attempt records a failure that is the row's own, and throws any other
     * @throws RuntimeException what was thrown: at once if the database is not behind it, and else when all that can be
     *     done has been
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
