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
 * The time during which this instance is the relay of an outbox: an advisory lock, held by the very connection that
 * reads and settles. Losing the one is losing the other. Outside of {@link #inTransaction} each statement commits by
 * itself, so no transaction is ever open while events are on their way.
 */
final class RelaySession implements AutoCloseable {

    private static final Logger LOG = System.getLogger(RelaySession.class.getName());

    /**
     * A host that vanishes closes nothing: the database finds out by probing, within about four seconds. A process that
     * is frozen answers the probes: it is found out by its silence. What is settled need not be on disk at once: if the
     * database dies, some events are sent again. Plans depend on how many ids are left out; and statistics of a table
     * that is empty most of the time must not lead to sorting a backlog for each page of it.
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

    /** Silent for so long, the session is asked something, so that the database does not end it. */
    private static final Duration SILENT = Duration.ofSeconds(3);

    /** Silent for so long, the session may be ended at any moment, or has been. */
    private static final Duration STALE = Duration.ofSeconds(8);

    private final Connection connection;
    private final long lock;

    /** By the clock that nobody can set: what counts is how long the session was silent. */
    private long lastUsed = System.nanoTime();

    private RelaySession(Connection connection, long lock) {
        this.connection = connection;
        this.lock = lock;
    }

    /**
     * Empty if another instance has the lock. Fails where nothing can be settled: events would go out again and again.
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

    /** For one statement, now. */
    Connection connection() {
        lastUsed = System.nanoTime();
        return connection;
    }

    /** For the waits within a round. */
    void keepAlive() throws SQLException {
        if (isSilentFor(SILENT)) {
            execute(connection(), "select 'the relay of outbox_events waits'");
        }
    }

    /** Whether the lock may be lost: to be opened anew before it is used. */
    boolean isStale() {
        return isSilentFor(STALE);
    }

    private boolean isSilentFor(Duration limit) {
        return System.nanoTime() - lastUsed > limit.toNanos();
    }

    /** All of it, on disk, or nothing. */
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

    /** Gives the lock to whoever comes first, and the connection back to its pool; never the one without the other. */
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
            LOG.log(Level.DEBUG, "The connection of the relay cannot be given back", e);
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
