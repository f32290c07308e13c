package org.pizzaorders.environment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/**
 * The clock that is injected into beans; tests use a fixed one. It ticks in microseconds like the database, so a time
 * is the same before and after it was stored.
 */
@ApplicationScoped
class SystemClock {

    private static final Duration TICK = Duration.ofNanos(1_000);

    @Produces
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), TICK);
    }
}
