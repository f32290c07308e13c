package org.pizzaorders.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What a service does with the database at its start. While the database is away it is tried again, from its beginning: a
 * server that gave up would go without the application until somebody starts it again.
 */
public final class DatabasePatience {

    /** Ten minutes are what Payara's and WildFly's own tools wait for a deployment. */
    private static final Duration USUAL = Duration.ofMinutes(10);

    private static final Logger LOG = System.getLogger(DatabasePatience.class.getName());
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Clock clock;
    private final Instant deadline;

    DatabasePatience(Duration patience, Clock clock) {
        this.clock = clock;
        this.deadline = clock.instant().plus(patience);
    }

    /** That of {@code pizza.database.patience}, from now on. */
    public static DatabasePatience configured(Clock clock) {
        return new DatabasePatience(
                ConfigProvider.getConfig()
                        .getOptionalValue("pizza.database.patience", Duration.class)
                        .orElse(USUAL),
                clock);
    }

    /**
     * On the thread of the start, outside any transaction.
     *
     * @param step may be done again after it failed half-way
     * @throws RuntimeException what the step threw, if the database is not what it lacks, or patience has an end
     */
    public void run(String name, Runnable step) {
        while (!isDone(name, step)) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean isDone(String name, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            if (!DatabaseAway.isBehind(e) || clock.instant().isAfter(deadline)) {
                throw e;
            }
            LOG.log(Level.WARNING, "{0} waits for the database: {1}", name, Causes.of(e));
            return false;
        }
    }
}
