package org.pizzaorders.messaging;

import java.time.Duration;
import javax.sql.DataSource;

/**
 * Sees to the dead letters of one service that operators have redriven or discarded, and purges those long settled.
 * Subclasses are {@code @Singleton @Startup} with bean-managed concurrency, and depend on the service's messaging.
 */
public abstract class RedriveWorker extends DueWorkTimer {

    private static final Duration RETENTION = Duration.ofDays(30);
    private static final int BATCH = 20;

    private final Service service;

    protected RedriveWorker(Service service) {
        this.service = service;
    }

    protected abstract DataSource dataSource();

    protected abstract Redrive redrive();

    @Override
    protected DueWork<?> work() {
        var redrive = redrive();
        var table = service.table("dead_letters");
        var purge = new DeadLetterPurge(
                service, dataSource(), Settings.duration("pizza.dead-letters.retention", RETENTION));
        return new RedriveWork(
                new DueTable(dataSource(), table, ""), redrive::proceed, redrive::failed, purge::run, clock);
    }

    @Override
    protected int batchSize() {
        return BATCH;
    }
}
