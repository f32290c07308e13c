package org.pizzaorders.local.simulator;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Adds up how long calls took, so that measurements can subtract what the outside world contributed. Thread-safe. */
final class CallTimes {

    private final LongAdder calls = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void add(long took) {
        calls.increment();
        nanos.add(took);
    }

    /** The number of calls, and the milliseconds that they took together. */
    Map<String, Object> all() {
        return Map.of("calls", calls.sum(), "millis", nanos.sum() / (double) TimeUnit.MILLISECONDS.toNanos(1));
    }
}
