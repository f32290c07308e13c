package org.pizzaorders.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

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
    public static void discardIfReadOnly(DataSource pool, Connection connection, SQLException failure)
            throws SQLException {
        if (ReadOnlyDatabase.STATE.equals(failure.getSQLState())) {
            discard(pool, connection);
        }
    }

    /** Payara is asked to: it would log two traces for one that was cut. Others find out when they get it back. */
    private static void discard(DataSource pool, Connection connection) throws SQLException {
        try {
            pool.getClass().getMethod("markConnectionAsBad", Connection.class).invoke(pool, connection);
        } catch (ReflectiveOperationException e) {
            connection.abort(Runnable::run);
        }
    }
}
