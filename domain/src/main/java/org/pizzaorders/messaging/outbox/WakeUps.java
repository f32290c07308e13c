package org.pizzaorders.messaging.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.pizzaorders.shared.Service;

/**
 * An instance that is not the relay wakes the relay by {@code NOTIFY}. It uses its own connection and limits how often
 * it does so. It never uses a business transaction, because {@code NOTIFY} makes commits wait for each other. If a
 * wake-up gets lost, the relay's timer finds the events.
 */
class WakeUps {

    private static final Logger LOG = System.getLogger(WakeUps.class.getName());
    private static final long APART = Duration.ofMillis(20).toNanos();
    private static final Duration LOOK_UP = Duration.ofMillis(250);

    private final String channel;
    private final DataSource dataSource;
    private final Executor executor;
    private final Runnable wake;

    private long lastPassedOn = System.nanoTime() - APART;

    // Guarded by this.
    private boolean wanted;
    private boolean listening;
    private boolean deaf;

    /** @param wake what to do when woken; on a thread of the executor */
    WakeUps(Service service, DataSource dataSource, Executor executor, Runnable wake) {
        this.channel = service.schema() + "_outbox";
        this.dataSource = dataSource;
        this.executor = executor;
        this.wake = wake;
    }

    /**
     * Runs on the thread of the worker. Waits a moment if the last wake-up was just sent, so that several become one.
     */
    void passOn() throws SQLException {
        for (var left = APART; left > 0; left = lastPassedOn + APART - System.nanoTime()) {
            if (left < APART) {
                LockSupport.parkNanos(left);
            }
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select pg_notify(?, '')")) {
            statement.setString(1, channel);
            statement.execute();
        }
        lastPassedOn = System.nanoTime();
    }

    /** Starts to listen, if it does not listen yet. */
    synchronized void listen() {
        wanted = true;
        if (listening || deaf) {
            return;
        }
        listening = true;
        try {
            executor.execute(this::listenWhileWanted);
        } catch (RuntimeException | Error e) {
            listening = false;
            throw e;
        }
    }

    synchronized void listenNoMore() {
        wanted = false;
    }

    /** Stops listening; waits for the end of the listener, but only for a moment. */
    synchronized void stop() {
        wanted = false;
        try {
            if (listening) {
                wait(LOOK_UP.toMillis() * 2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenWhileWanted() {
        try (var connection = dataSource.getConnection()) {
            listenOn(connection);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The connection that wakes the relay was lost", e);
        } catch (LinkageError e) {
            LOG.log(
                    Level.INFO,
                    "The driver delivers no notifications here, so other instances cannot wake the relay; its timer still finds their events",
                    e);
            deaf();
        } finally {
            listenedTo();
        }
    }

    private void listenOn(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(org.postgresql.PGConnection.class)) {
            LOG.log(
                    Level.INFO,
                    "The pool hides notifications, so other instances cannot wake the relay; its timer still finds their events");
            deaf();
            return;
        }
        var notifications = connection.unwrap(org.postgresql.PGConnection.class);
        execute(connection, "listen " + channel);
        while (isWanted()) {
            var come = notifications.getNotifications((int) LOOK_UP.toMillis());
            if (come != null && come.length > 0) {
                wake.run();
            }
        }
        execute(connection, "unlisten " + channel);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    private synchronized void deaf() {
        deaf = true;
    }

    private synchronized void listenedTo() {
        listening = false;
        notifyAll();
    }
}
