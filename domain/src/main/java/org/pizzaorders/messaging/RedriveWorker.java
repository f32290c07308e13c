package org.pizzaorders.messaging;

import javax.sql.DataSource;
import org.pizzaorders.environment.Shutdown;
import org.pizzaorders.messaging.deadletter.RedriveWork;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueTable;
import org.pizzaorders.work.DueWork;
import org.pizzaorders.work.DueWorkTimer;

/**
 * Works on the dead letters of one service that operators have redriven or discarded. Subclasses are {@code @Singleton
 * @Startup} with bean-managed concurrency, and depend on the service's messaging.
 */
public abstract class RedriveWorker extends DueWorkTimer {

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
        var due = new DueTable(dataSource(), service.table("dead_letters"), "");
        return new RedriveWork(due, redrive::proceed, redrive::failed, Shutdown::hasBegun, clock);
    }

    @Override
    protected int batchSize() {
        return BATCH;
    }
}
