package org.pizzaorders.breaker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.pizzaorders.environment.SteadyClock;
import org.pizzaorders.operations.api.BreakerOverride;

/**
 * A copy of the overrides in the table, refreshed at most once a second. While the database is away, the last copy
 * stays valid. Thread-safe: one thread reads the table, the others use the copy.
 */
final class BreakerOverrides {

    private static final Logger LOG = System.getLogger(BreakerOverrides.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final BreakerTable table;
    private final SteadyClock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Map<String, BreakerOverride> known = Map.of();
    private volatile Instant staleAt = Instant.MIN;

    BreakerOverrides(BreakerTable table, SteadyClock clock) {
        this.table = table;
        this.clock = clock;
    }

    BreakerOverride of(String breaker) {
        if (!clock.instant().isBefore(staleAt) && reading.tryLock()) {
            try {
                read();
            } finally {
                reading.unlock();
            }
        }
        return known.getOrDefault(breaker, BreakerOverride.NONE);
    }

    private void read() {
        try {
            known = table.read();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "Cannot read the overrides of circuit breakers; the last known ones stay in force", e);
        }
        staleAt = clock.instant().plus(FRESH);
    }

    /**
     * Runs in the transaction of this thread, which sees the override at once; other threads of this instance may see
     * it a second later. Waits for a running read, because that read would put the old value back.
     */
    void set(String breaker, BreakerOverride override) {
        reading.lock();
        try {
            table.write(breaker, override);
            read();
        } finally {
            reading.unlock();
        }
    }
}
