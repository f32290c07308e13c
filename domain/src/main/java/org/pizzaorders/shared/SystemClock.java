package org.pizzaorders.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/**
 * The clock that beans get injected; tests hand them a fixed one. It ticks in microseconds, as the database keeps them:
 * a time reads the same before and after it was stored.
 */
@ApplicationScoped
class SystemClock {

    private static final Duration TICK = Duration.ofNanos(1_000);

    @Produces
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), TICK);
    }
}
