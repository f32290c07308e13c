package org.pizzaorders.work;

import java.time.Duration;
import java.time.Instant;
import org.pizzaorders.environment.SteadyClock;

/** Says when it is time again for a regular task. Thread-safe: of several callers at once, at least one is told. */
public final class Interval {

    private final Duration length;
    private final SteadyClock clock;
    private volatile Instant next = Instant.MIN;

    public Interval(Duration length, SteadyClock clock) {
        this.length = length;
        this.clock = clock;
    }

    /** True at first, and then as soon as the interval since the last true has passed. */
    public boolean hasPassed() {
        var now = clock.instant();
        if (now.isBefore(next)) {
            return false;
        }
        next = now.plus(length);
        return true;
    }
}
