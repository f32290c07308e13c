package org.pizzaorders.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Checks whether the database behind a connection accepts writes, without writing. */
public final class Writes {

    /** This setting is on in a standby too, whatever else is configured. */
    private static final String ASK = "select current_setting('transaction_read_only') = 'on'";

    private Writes() {}

    /**
     * Call it outside any transaction.
     *
     * @throws ReadOnlyDatabase if it accepts no writes
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
     * Removes a connection from its pool if its database accepts no writes. After a switch-over such a connection leads
     * to the old database for the rest of its life, and the pool notices nothing. Close the connection as usual.
     */
    public static void discardIfReadOnly(DataSource pool, Connection connection, SQLException failure)
            throws SQLException {
        if (ReadOnlyDatabase.STATE.equals(failure.getSQLState())) {
            discard(pool, connection);
        }
    }

    /**
     * Payara is asked to remove it, because it logs two stack traces for an aborted connection. Other pools notice when
     * the connection comes back.
     */
    private static void discard(DataSource pool, Connection connection) throws SQLException {
        try {
            pool.getClass().getMethod("markConnectionAsBad", Connection.class).invoke(pool, connection);
        } catch (ReflectiveOperationException e) {
            connection.abort(Runnable::run);
        }
    }
}
