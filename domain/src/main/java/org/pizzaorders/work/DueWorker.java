package org.pizzaorders.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.pizzaorders.database.Causes;
import org.pizzaorders.database.DatabaseAway;
import org.pizzaorders.environment.SteadyClock;

/**
 * Does the due work whenever it is woken, one round at a time. Wake-ups are cheap and coalesce: a wake-up during a
 * round causes one more round. After a failure it backs off exponentially up to a cap, and ignores wake-ups meanwhile.
 */
public final class DueWorker {

    private static final Logger LOG = System.getLogger(DueWorker.class.getName());
    private static final RetrySchedule BACKOFF = new RetrySchedule(Duration.ofMillis(200), Duration.ofSeconds(10), 2);

    private final String name;
    private final Rounds work;
    private final int batchSize;
    private final Executor executor;
    private final SteadyClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();

    // Guarded by lock.
    private boolean running;
    private boolean wokenMeanwhile;
    private boolean stopped;
    private volatile boolean abandoned;

    // Used only by the running round. The lock orders the rounds.
    private int failures;
    private Instant notBefore = Instant.MIN;

    public DueWorker(String name, Rounds work, int batchSize, Executor executor, SteadyClock clock) {
        this.name = name;
        this.work = work;
        this.batchSize = batchSize;
        this.executor = executor;
        this.clock = clock;
    }

    /** Starts a round soon, on a thread of the executor. Any thread; never waits for the work. */
    public void wake() {
        lock.lock();
        try {
            if (stopped) {
                return;
            }
            if (running) {
                wokenMeanwhile = true;
                work.woken();
                return;
            }
            running = true;
        } finally {
            lock.unlock();
        }
        try {
            executor.execute(this::rounds);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, () -> name + " found no thread to run on; the timer will try again", e);
            rest();
        }
    }

    /** Takes no more work and waits for the round at hand. */
    public void stop(Duration patience) {
        if (endsWithin(patience)) {
            restQuietly();
        }
    }

    private boolean endsWithin(Duration patience) {
        takeNoMore();
        work.stopping();
        lock.lock();
        try {
            var nanos = patience.toNanos();
            while (running && nanos > 0) {
                nanos = idle.awaitNanos(nanos);
            }
            abandoned = running;
        } catch (InterruptedException e) {
            abandoned = running;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return !abandoned;
    }

    private void takeNoMore() {
        lock.lock();
        try {
            stopped = true;
        } finally {
            lock.unlock();
        }
    }

    private void rounds() {
        do {
            round();
        } while (again());
        if (abandoned) {
            restQuietly();
        }
    }

    private void round() {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            workOff();
            recovered();
        } catch (RuntimeException | Error e) {
            failed(e);
            restQuietly();
        }
    }

    private void workOff() {
        var more = true;
        while (more && !isStopped()) {
            more = work.run(batchSize);
        }
    }

    /**
     * Errors count too. Otherwise a round that ends with an Error would leave the worker marked as running, and it
     * would never be woken again.
     */
    private void failed(Throwable e) {
        failures++;
        var delay = BACKOFF.delay(failures, RandomGenerator.getDefault());
        notBefore = clock.instant().plus(delay);
        logFailure(e, delay);
    }

    /**
     * Logs an outage once and in one line: the stack trace of an absent database says no more than the exception's
     * name.
     */
    private void logFailure(Throwable e, Duration delay) {
        if (failures == 1 && DatabaseAway.isBehind(e)) {
            var causes = Causes.of(e);
            LOG.log(Level.WARNING, "{0} waits for the database, next try in {1}: {2}", name, delay, causes);
            return;
        }
        if (failures == 1 && e instanceof Unreachable away) {
            LOG.log(Level.WARNING, "{0} waits for {1}, next try in {2}: {3}", name, away.what(), delay, e.getMessage());
            return;
        }
        var level = failures == 1 ? Level.WARNING : Level.DEBUG;
        LOG.log(level, () -> name + " failed " + failures + " times in a row; next in " + delay, e);
    }

    private void recovered() {
        if (failures > 0) {
            LOG.log(Level.INFO, "{0} works again after {1} failures", name, failures);
        }
        failures = 0;
        notBefore = Instant.MIN;
    }

    private void restQuietly() {
        try {
            work.rest();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.DEBUG, () -> name + " could not release what it held", e);
        }
    }

    private boolean again() {
        lock.lock();
        try {
            if (wokenMeanwhile && !stopped) {
                wokenMeanwhile = false;
                return true;
            }
            rest();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void rest() {
        lock.lock();
        try {
            running = false;
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }
}
