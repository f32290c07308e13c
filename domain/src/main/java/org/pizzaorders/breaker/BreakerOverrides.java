package org.pizzaorders.breaker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.pizzaorders.operations.api.BreakerOverride;

/**
 * What the table says, not older than a second for whoever keeps asking. With the database away, what it said last. Any
 * thread: one reads, the others go on with what is known.
 */
final class BreakerOverrides {

    private static final Logger LOG = System.getLogger(BreakerOverrides.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final BreakerTable table;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Map<String, BreakerOverride> known = Map.of();
    private volatile Instant staleAt = Instant.MIN;

    BreakerOverrides(BreakerTable table, Clock clock) {
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
            LOG.log(Level.DEBUG, "Overrides of circuit breakers stay as they were last known", e);
        }
        staleAt = clock.instant().plus(FRESH);
    }

    /**
     * Within the transaction of this thread, which finds it said from then on; others on this instance may find it a
     * second later. Waits for whoever is reading, who would put what was said before in its place.
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
