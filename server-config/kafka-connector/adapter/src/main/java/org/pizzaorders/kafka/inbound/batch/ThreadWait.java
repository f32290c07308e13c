package org.pizzaorders.kafka.inbound.batch;

import java.time.Duration;

/**
 * How long a work, which the container has accepted, waits for one of its threads. Where all of them are taken it may
 * wait for ever, and the container says so nowhere. Thread-safe.
 */
public final class ThreadWait {

    /** Longer than any server that is merely busy takes. */
    public static final Duration LONG = Duration.ofSeconds(10);

    private final long since = System.nanoTime();
    private volatile boolean over;

    /** On the thread that it has got. @return how long that took */
    public Duration end() {
        over = true;
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Still, and for so long that somebody should know. */
    public boolean isLong() {
        return !over && System.nanoTime() - since > LONG.toNanos();
    }
}
