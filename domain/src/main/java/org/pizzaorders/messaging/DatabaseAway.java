package org.pizzaorders.messaging;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that is away, or too busy, from a statement that is at fault. */
final class DatabaseAway {

    /** Classes of SQL states: connection, transaction rolled back, no resources, object in use, operator, system. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    /** A statement that took too long. It may do so each time: that is for the operators to see. */
    private static final String CANCELLED = "57014";

    private DatabaseAway() {}

    /** @param thrown looked at with all its causes: servers' pools wrap, some of them what is not even declared */
    static boolean isBehind(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                return state == null
                        || state.length() < 2
                        || CLASSES.contains(state.substring(0, 2)) && !CANCELLED.equals(state);
            }
        }
        return false;
    }
}
