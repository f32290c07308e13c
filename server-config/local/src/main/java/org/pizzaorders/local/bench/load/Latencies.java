package org.pizzaorders.local.bench.load;

import java.util.Arrays;

/** Times that something took, and their percentiles. Thread-safe. */
public final class Latencies {

    private static final double MILLI = 1_000_000.0;

    private long[] nanos = new long[1_024];
    private int count;

    public synchronized void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = latency;
    }

    public synchronized int count() {
        return count;
    }

    /** The smallest latency that is not exceeded by that share of all, in milliseconds; 0 if there are none. */
    public synchronized double percentile(double share) {
        if (count == 0) {
            return 0;
        }
        Arrays.sort(nanos, 0, count);
        return nanos[Math.max(0, (int) Math.ceil(share * count) - 1)] / MILLI;
    }
}
