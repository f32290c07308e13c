package org.pizzaorders.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import org.pizzaorders.local.database.DatabaseAccess;
import org.postgresql.ds.PGPooledConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections that stay open between uses: opening one costs some hundred times as much as a small statement. Each is
 * tested before it is lent, so that one that the database has cut is replaced without notice. What is lent rolls back
 * as it is closed, and comes back in auto-commit mode; other settings of a session stay. Thread-safe.
 */
final class KeptConnections extends PGSimpleDataSource implements AutoCloseable {

    private static final int SECONDS_TO_ANSWER = 1;

    private final transient Deque<PooledConnection> idle = new ArrayDeque<>();
    /** Connections that were lent before {@link #endIdle} are not kept after it. */
    private transient int round;

    private transient boolean closed;

    KeptConnections(DatabaseAccess access) {
        setUrl(access.url());
        setUser(access.user());
        setPassword(access.password());
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (var kept = takeIdle(); kept != null; kept = takeIdle()) {
            var connection = lend(kept);
            if (connection != null) {
                return connection;
            }
        }
        var fresh = new PGPooledConnection(super.getConnection(), true);
        fresh.addConnectionEventListener(new Return(currentRound()));
        return fresh.getConnection();
    }

    /** Lends none of those that there are again. The database counts what each has read when it has ended, soon after. */
    void endIdle() {
        nextRound(false);
        for (var kept = takeIdle(); kept != null; kept = takeIdle()) {
            end(kept);
        }
    }

    @Override
    public void close() {
        nextRound(true);
        endIdle();
    }

    /** @return null: the database has cut it */
    private static Connection lend(PooledConnection kept) {
        try {
            var connection = kept.getConnection();
            if (connection.isValid(SECONDS_TO_ANSWER)) {
                return connection;
            }
        } catch (SQLException e) {
            // As good as invalid.
        }
        end(kept);
        return null;
    }

    private synchronized PooledConnection takeIdle() {
        return idle.pollFirst();
    }

    private synchronized int currentRound() {
        return round;
    }

    private synchronized void nextRound(boolean last) {
        round++;
        closed |= last;
    }

    private synchronized boolean keep(PooledConnection returned, int lentIn) {
        if (closed || lentIn != round) {
            return false;
        }
        idle.addFirst(returned);
        return true;
    }

    private static void end(PooledConnection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It has ended by itself.
        }
    }

    private final class Return implements ConnectionEventListener {

        private final int lentIn;

        private Return(int lentIn) {
            this.lentIn = lentIn;
        }

        @Override
        public void connectionClosed(ConnectionEvent event) {
            var returned = (PooledConnection) event.getSource();
            if (!keep(returned, lentIn)) {
                end(returned);
            }
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            // Whoever has it closes it. The next one to get it tests it.
        }
    }
}
