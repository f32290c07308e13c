package org.pizzaorders.local.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections of one role to one database that stay open between uses: opening one costs some hundred times as much as
 * a small statement. Each is tested before it is lent, so that one that the database has cut is replaced without notice.
 * Thread-safe.
 */
public final class DatabasePool implements AutoCloseable {

    private static final int MOST = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(10);

    /** Kept, as the framework holds loggers weakly. */
    private static final Logger LOG = Logger.getLogger("com.zaxxer.hikari");

    static {
        LOG.setLevel(Level.WARNING);
        // The pool would trust what was used half a second ago.
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
    }

    private final HikariDataSource connections;

    public DatabasePool(DatabaseAccess access) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(access.url());
        settings.setUsername(access.user());
        settings.setPassword(access.password());
        settings.setMaximumPoolSize(MOST);
        settings.setMinimumIdle(0);
        settings.setIdleTimeout(IDLE.toMillis());
        settings.setConnectionTimeout(PATIENCE.toMillis());
        settings.setInitializationFailTimeout(-1);
        this.connections = new HikariDataSource(settings);
    }

    public DataSource dataSource() {
        return connections;
    }

    /** Lends none of those that there are again. The database counts what each has read when it has ended, soon after. */
    public void endIdle() {
        connections.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        connections.close();
    }
}
