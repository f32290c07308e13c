package org.pizzaorders.local.bench.load;

import java.util.concurrent.atomic.AtomicInteger;

/** What the clients of a load have done, and whether they go on. Thread-safe. */
final class Tally {

    private final boolean limited;
    private final AtomicInteger left;
    private final AtomicInteger refused = new AtomicInteger();
    private final Latencies accepted = new Latencies();
    private volatile boolean over;

    /** @param orders that may be accepted, 0 for no limit */
    Tally(int orders) {
        this.limited = orders > 0;
        this.left = new AtomicInteger(orders);
    }

    /** Whether the client may send one more order. */
    boolean mayGoOn() {
        return !over && (!limited || left.getAndUpdate(orders -> Math.max(0, orders - 1)) > 0);
    }

    void accept(long latency) {
        accepted.add(latency);
    }

    /** Another order may be sent instead. */
    void refuse() {
        refused.incrementAndGet();
        left.incrementAndGet();
    }

    boolean isOver() {
        return over;
    }

    void stop() {
        over = true;
    }

    int refused() {
        return refused.get();
    }

    Latencies accepted() {
        return accepted;
    }
}
