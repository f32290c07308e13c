package org.pizzaorders.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs a step of a service's start that needs the database. While the database is away, the step is repeated from its
 * beginning. If the deployment failed instead, somebody would have to start the application by hand.
 */
public final class DatabasePatience {

    private static final Logger LOG = System.getLogger(DatabasePatience.class.getName());
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Clock clock;
    private final Instant deadline;

    /**
     * From now on.
     *
     * @param clock one that nobody sets during the wait
     */
    public DatabasePatience(Duration patience, Clock clock) {
        this.clock = clock;
        this.deadline = clock.instant().plus(patience);
    }

    /**
     * Runs on the thread of the start, outside any transaction.
     *
     * @param step may be repeated after it failed half-way
     * @throws RuntimeException the exception of the step, if the database is not its cause or the patience is over
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
