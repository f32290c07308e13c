package org.pizzaorders.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * The time of a database, without a query for each call: the clock of this server, corrected by the last answer of the
 * database. Use it for every time that is later compared with the database's {@code now()}, in SQL or by another
 * instance. Call {@link #set} from time to time; before the first call it shows the server's time. Thread-safe.
 */
public final class DatabaseClock extends Clock {

    private static final Logger LOG = System.getLogger(DatabaseClock.class.getName());

    /** A smaller difference may only be the duration of the query, so the clock is not corrected for it. */
    private static final Duration AGREED = Duration.ofMillis(100);

    private static final Duration REMARKABLE = Duration.ofSeconds(5);

    private final Clock server;
    private volatile Duration ahead = Duration.ZERO;

    public DatabaseClock(Clock server) {
        this.server = server;
    }

    /**
     * Asks the database for the time. Call it outside any transaction: within one the database may answer with the time
     * at which the transaction began.
     */
    public void set(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)")) {
            var before = server.instant();
            try (var row = statement.executeQuery()) {
                row.next();
                var asked = Duration.between(before, server.instant());
                set(Duration.between(
                        before.plus(asked.dividedBy(2)), Instant.EPOCH.plus(row.getLong(1), ChronoUnit.MICROS)));
            }
        }
    }

    private void set(Duration measured) {
        var next = measured.abs().compareTo(AGREED) < 0 ? Duration.ZERO : measured.truncatedTo(ChronoUnit.MICROS);
        if (next.minus(ahead).abs().compareTo(REMARKABLE) > 0) {
            LOG.log(Level.WARNING, "The clock of the database is ahead of this server''s by {0}", next);
        }
        ahead = next;
    }

    @Override
    public Instant instant() {
        return server.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return server.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A database tells instants");
    }
}
