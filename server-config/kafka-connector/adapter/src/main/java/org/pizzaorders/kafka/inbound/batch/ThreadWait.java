package org.pizzaorders.kafka.inbound.batch;

import java.time.Duration;

/**
 * Measures how long a work that the container has accepted waits for a thread. If all threads are busy, it may wait for
 * ever, and the container does not report that. Thread-safe.
 */
public final class ThreadWait {

    /** Longer than on any server that is only busy. */
    public static final Duration LONG = Duration.ofSeconds(10);

    private final long since = System.nanoTime();
    private volatile boolean over;

    /** On the thread that it has got. @return how long that took */
    public Duration end() {
        over = true;
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Whether it still waits, and long enough to report it. */
    public boolean isLong() {
        return !over && System.nanoTime() - since > LONG.toNanos();
    }
}
