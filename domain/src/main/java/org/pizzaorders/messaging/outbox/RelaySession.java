package org.pizzaorders.messaging.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.pizzaorders.database.Writes;

/**
 * The time during which this instance is the relay of an outbox. The connection that reads and settles also holds an
 * advisory lock, so an instance that loses one loses both. Outside {@link #inTransaction} each statement commits by
 * itself, so no transaction is open while events are in flight.
 */
final class RelaySession implements AutoCloseable {

    private static final Logger LOG = System.getLogger(RelaySession.class.getName());

    /**
     * A host that vanishes closes no connection: keepalive probes detect it within about four seconds. A frozen process
     * still answers the probes: the idle time-outs detect it. Settled rows need not be on disk at once, because after a
     * crash of the database some events are only sent again. Query plans depend on the number of excluded ids. And the
     * statistics of a table that is mostly empty must not make the database sort a whole backlog for each page.
     */
    private static final String SETTINGS = "set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1;"
            + " set tcp_keepalives_count = 2; set tcp_user_timeout = 4000;"
            + " set idle_session_timeout = 10000; set idle_in_transaction_session_timeout = 10000;"
            + " set synchronous_commit = off; set plan_cache_mode = force_custom_plan;"
            + " set enable_sort = off; set enable_bitmapscan = off; set enable_seqscan = off";

    private static final String DEFAULTS = "reset tcp_keepalives_idle; reset tcp_keepalives_interval;"
            + " reset tcp_keepalives_count; reset tcp_user_timeout;"
            + " reset idle_session_timeout; reset idle_in_transaction_session_timeout;"
            + " reset synchronous_commit; reset plan_cache_mode;"
            + " reset enable_sort; reset enable_bitmapscan; reset enable_seqscan";

    /** After this silence the session sends a query, so that the database does not end it. */
    private static final Duration SILENT = Duration.ofSeconds(3);

    /** After this silence the database may end the session at any moment, or already has. */
    private static final Duration STALE = Duration.ofSeconds(8);

    private final Connection connection;
    private final long lock;

    /** By the monotonic clock, because only the duration of the silence counts. */
    private long lastUsed = System.nanoTime();

    private RelaySession(Connection connection, long lock) {
        this.connection = connection;
        this.lock = lock;
    }

    /**
     * Empty if another instance has the lock. Fails if the database is read-only: nothing could be settled, and events
     * would be sent again and again.
     */
    static Optional<RelaySession> open(DataSource dataSource, long lock) throws SQLException {
        var connection = writing(dataSource);
        var opened = false;
        try {
            opened = advisory(connection, "select pg_try_advisory_lock(?)", lock);
            if (!opened) {
                return Optional.empty();
            }
            execute(connection, SETTINGS);
            return Optional.of(new RelaySession(connection, lock));
        } catch (SQLException e) {
            opened = false;
            connection.abort(Runnable::run);
            throw e;
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    private static Connection writing(DataSource dataSource) throws SQLException {
        var connection = dataSource.getConnection();
        try {
            Writes.ensure(connection);
            return connection;
        } catch (SQLException e) {
            try (connection) {
                Writes.discardIfReadOnly(dataSource, connection, e);
            }
            throw e;
        }
    }

    /** For one statement at once; do not keep it. */
    Connection connection() {
        lastUsed = System.nanoTime();
        return connection;
    }

    /** Call this while waiting within a round. */
    void keepAlive() throws SQLException {
        if (isSilentFor(SILENT)) {
            execute(connection(), "select 'the relay of outbox_events waits'");
        }
    }

    /** Whether the lock may be lost. Then open a new session before the next use. */
    boolean isStale() {
        return isSilentFor(STALE);
    }

    private boolean isSilentFor(Duration limit) {
        return System.nanoTime() - lastUsed > limit.toNanos();
    }

    /** Runs the work in one transaction that is on disk when it is committed. */
    void inTransaction(Work work) throws SQLException {
        lastUsed = System.nanoTime();
        connection.setAutoCommit(false);
        try {
            execute(connection, "set local synchronous_commit = on");
            work.on(connection);
            connection.commit();
        } catch (RuntimeException | SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** Releases the lock and returns the connection to its pool, never one without the other. */
    @Override
    public void close() {
        try (connection) {
            try {
                execute(connection, DEFAULTS);
                advisory(connection, "select pg_advisory_unlock(?)", lock);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "The connection of the relay was lost, and its lock with it", e);
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "Cannot return the connection of the relay to its pool", e);
        }
    }

    private static boolean advisory(Connection connection, String sql, long lock) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, lock);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
