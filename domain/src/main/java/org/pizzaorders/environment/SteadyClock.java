package org.pizzaorders.environment;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The clock for waits inside this process: for pauses, intervals and limits that are not stored. It only goes forward,
 * whatever somebody does to the clock of the server. Its instants count from its own beginning. So only compare them
 * with each other; never store or show them. Thread-safe.
 */
public final class SteadyClock extends Clock {

    private final LongSupplier nanos;
    private final long begin;

    /** @param nanos monotonic, from any origin, such as {@link System#nanoTime} */
    public SteadyClock(LongSupplier nanos) {
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    public static SteadyClock started() {
        return new SteadyClock(System::nanoTime);
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(nanos.getAsLong() - begin);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A steady clock knows no days");
    }
}
