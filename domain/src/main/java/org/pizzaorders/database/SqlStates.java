package org.pizzaorders.database;

import java.util.Set;

/**
 * Which SQL states say that the database is to blame: it is away, or at its limits, or out of order, and whoever asks
 * again later may succeed. All others are the fault of the statement or of its values, and the same each time. The
 * question is whether any other statement would have fared the same.
 *
 * <p>The connector stands on its own and has the same table in its {@code BlameFinder}; a test holds the two to each other.
 */
final class SqlStates {

    /**
     * Connection; credentials (they change before the server hears of it); resources, such as disk and memory; what
     * operators do, and limits that they set, such as that on the time of a statement; the system around the database; its
     * configuration; and its own errors, such as a page that cannot be read.
     */
    private static final Set<String> CLASSES = Set.of("08", "28", "53", "57", "58", "F0", "XX");

    /**
     * Serialization, unknown completion, deadlock; not now, as in recovery; in use; lock not to be had; read-only, as after
     * a switch-over; ended for being idle in a transaction or for its length; no such database yet; a right that was
     * taken away.
     */
    private static final Set<String> STATES =
            Set.of("40001", "40003", "40P01", "55000", "55006", "55P03", "25006", "25P03", "25P04", "3D000", "42501");

    private SqlStates() {}

    /** @param state null for none, which says nothing */
    static boolean isOutage(String state) {
        return state != null
                && state.length() == 5
                && (STATES.contains(state) || CLASSES.contains(state.substring(0, 2)));
    }
}
