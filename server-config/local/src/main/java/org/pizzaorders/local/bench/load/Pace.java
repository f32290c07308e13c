package org.pizzaorders.local.bench.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Says when the next request is due. With a rate, requests are due at even distances, whether the server keeps up or not.
 * The latency of a request counts from the time when it was due, so a late start counts as waiting. Without a rate, a
 * request is due when its connection is free. Thread-safe.
 */
final class Pace {

    private static final long SECOND = 1_000_000_000L;
    private static final long LOOK = SECOND / 50;

    private final double perSecond;
    private final long begin = System.nanoTime();
    private final AtomicLong next = new AtomicLong();

    /** @param perSecond 0 for as fast as the connections allow */
    Pace(double perSecond) {
        this.perSecond = perSecond;
    }

    /**
     * Waits until a request is due, or nobody wants it any more.
     *
     * @return when it was due, in the time of {@link System#nanoTime()}
     */
    long await(BooleanSupplier over) {
        if (perSecond == 0) {
            return System.nanoTime();
        }
        long due = begin + (long) (next.getAndIncrement() * SECOND / perSecond);
        for (long left = due - System.nanoTime(); left > 0 && !over.getAsBoolean(); left = due - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, LOOK));
        }
        return due;
    }
}
