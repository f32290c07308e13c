package org.pizzaorders.notification.delivery;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts how often this process waits for the database, as the driver itself tells: a batch is one time. */
final class RoundTrips extends Handler {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private final AtomicInteger count = new AtomicInteger();

    private RoundTrips() {}

    static int of(Runnable work) {
        var trips = new RoundTrips();
        var level = DRIVER.getLevel();
        var passesOn = DRIVER.getUseParentHandlers();
        DRIVER.setUseParentHandlers(false);
        DRIVER.setLevel(Level.FINEST);
        DRIVER.addHandler(trips);
        try {
            work.run();
        } finally {
            DRIVER.removeHandler(trips);
            DRIVER.setLevel(level);
            DRIVER.setUseParentHandlers(passesOn);
        }
        return trips.count.get();
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getMessage().equals(" FE=> Sync")) {
            count.incrementAndGet();
        }
    }

    @Override
    public void flush() {
        // nothing is held
    }

    @Override
    public void close() {
        // nothing is held
    }
}
