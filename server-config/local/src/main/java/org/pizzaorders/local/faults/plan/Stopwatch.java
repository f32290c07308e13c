package org.pizzaorders.local.faults.plan;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Measures the time since it was made, and waits. Thread-safe. */
public final class Stopwatch {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final long begin = System.nanoTime();

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Waits until that time has passed since it was made. */
    public void await(Duration since) {
        pause(since.minus(elapsed()), () -> false);
    }

    /** Waits for that long, or until the reason to wait is gone. */
    public static void pause(Duration time, BooleanSupplier enough) {
        long end = System.nanoTime() + time.toNanos();
        long left = end - System.nanoTime();
        while (left > 0 && !enough.getAsBoolean()) {
            LockSupport.parkNanos(Math.min(left, LOOK_NANOS));
            left = end - System.nanoTime();
        }
    }
}
