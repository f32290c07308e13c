package org.pizzaorders.kafka.inbound;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to stop. Any thread may set it once; the poll thread sees it, also while it waits. */
final class StopSignal {

    private final CountDownLatch requested = new CountDownLatch(1);

    void request() {
        requested.countDown();
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Returns early if a stop is requested. An interrupt by the container counts as a request. */
    void await(Duration most) {
        try {
            requested.await(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            request();
        }
    }
}
