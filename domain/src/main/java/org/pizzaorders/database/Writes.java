package org.pizzaorders.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether the database behind a connection takes writes. Without any write. */
public final class Writes {

    /** On in a standby too, whatever else is set there. */
    private static final String ASK = "select current_setting('transaction_read_only') = 'on'";

    private Writes() {}

    /**
     * Outside any transaction.
     *
     * @throws ReadOnlyDatabase if it takes none
     */
    public static void ensure(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(ASK)) {
            if (row.next() && row.getBoolean(1)) {
                throw new ReadOnlyDatabase();
            }
        }
    }

    /**
     * Takes a connection out of its pool that has met a database without writes. After a switch-over it would lead to the
     * old one for as long as it lives, and pools find nothing wrong with it. Close it as any other.
     */
    public static void discardIfReadOnly(Connection connection, SQLException failure) throws SQLException {
        if (ReadOnlyDatabase.STATE.equals(failure.getSQLState())) {
            connection.abort(Runnable::run);
        }
    }
}
