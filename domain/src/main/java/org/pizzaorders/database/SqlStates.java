package org.pizzaorders.database;

import java.util.Set;

/**
 * Which SQL states say that the database is away, or that the same may succeed in a moment, and which are the
 * statement's fault. The connector stands on its own and has the same table in its {@code Verdicts}; a test holds the two
 * to each other.
 */
public final class SqlStates {

    /** Connection, credentials (they change before the server hears of it), resources, operators, the system. */
    private static final Set<String> CLASSES = Set.of("08", "28", "53", "57", "58");

    /**
     * Serialization, unknown completion, deadlock; not now, as in recovery; in use; lock not to be had; read-only, as after
     * a switch-over; ended for being idle in a transaction or for its length; no such database yet.
     */
    private static final Set<String> STATES =
            Set.of("40001", "40003", "40P01", "55000", "55006", "55P03", "25006", "25P03", "25P04", "3D000");

    /** A statement that took too long. It may do so each time: that is for the operators to see. */
    private static final String CANCELLED = "57014";

    private SqlStates() {}

    /** @param state null for none, which says nothing */
    public static boolean isOutage(String state) {
        return state != null
                && state.length() == 5
                && !CANCELLED.equals(state)
                && (STATES.contains(state) || CLASSES.contains(state.substring(0, 2)));
    }

    /** Worth trying again to a person who waits; no outage, as it may fail for ever. */
    public static boolean tookTooLong(String state) {
        return CANCELLED.equals(state);
    }
}
