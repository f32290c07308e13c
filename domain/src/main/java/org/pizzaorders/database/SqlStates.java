package org.pizzaorders.database;

import java.util.Set;

/**
 * Which SQL states mean that the database is to blame: it is away, at its limits or out of order, and a later attempt
 * may succeed. With all other states the statement or its values are wrong, and each attempt fails again. The test is:
 * would any other statement have failed in the same way?
 *
 * <p>The connector stands on its own and has the same table in its {@code BlameFinder}; a test compares the two.
 */
final class SqlStates {

    /**
     * Connections; credentials (they may change before the server knows); resources such as disk and memory; actions of
     * operators and limits that they set, such as a statement time-out; the system around the database; its
     * configuration; and its own errors, such as an unreadable page.
     */
    private static final Set<String> CLASSES = Set.of("08", "28", "53", "57", "58", "F0", "XX");

    /**
     * Serialization failure, unknown completion, deadlock; not available now, as in recovery; object in use; lock not
     * available; read-only, as after a switch-over; session ended because a transaction was idle or too long; no such
     * database yet; a privilege that was revoked.
     */
    private static final Set<String> STATES =
            Set.of("40001", "40003", "40P01", "55000", "55006", "55P03", "25006", "25P03", "25P04", "3D000", "42501");

    private SqlStates() {}

    /**
     * @param state null if there is none
     */
    static boolean isOutage(String state) {
        return state != null
                && state.length() == 5
                && (STATES.contains(state) || CLASSES.contains(state.substring(0, 2)));
    }
}
