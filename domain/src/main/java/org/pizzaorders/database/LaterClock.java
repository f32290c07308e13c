package org.pizzaorders.database;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * A clock that can be injected before the real clock exists. The real one must exist when somebody asks for the time.
 * Thread-safe.
 */
public final class LaterClock extends Clock {

    private final Supplier<Clock> clock;
    private volatile Clock found;

    public LaterClock(Supplier<Clock> clock) {
        this.clock = clock;
    }

    private Clock found() {
        var known = found;
        if (known == null) {
            known = clock.get();
            found = known;
        }
        return known;
    }

    @Override
    public Instant instant() {
        return found().instant();
    }

    @Override
    public ZoneId getZone() {
        return found().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return found().withZone(zone);
    }
}
