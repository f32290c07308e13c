package org.pizzaorders.kafka.inbound;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asked for once, by any thread; seen by the poll thread, also while it waits. */
final class StopSignal {

    private final CountDownLatch requested = new CountDownLatch(1);

    void request() {
        requested.countDown();
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Returns early if the stop is requested. An interrupt of the container's counts as a request. */
    void await(Duration most) {
        try {
            requested.await(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            request();
        }
    }
}
