package org.pizzaorders.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.pizzaorders.environment.SteadyClock;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueWorker;

/** One instance of the order service as far as its relay goes, with the timer that the container keeps elsewhere. */
public final class RelayInstance implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final OutboxRelay relay;
    private final DueWorker worker;

    public RelayInstance(DataSource dataSource, EventPublisher publisher, Duration tick) {
        this(dataSource, publisher, tick, (connection, event, reason) -> {});
    }

    public RelayInstance(DataSource dataSource, EventPublisher publisher, Duration tick, UnsendableEvents unsendable) {
        relay = new OutboxRelay(
                Service.ORDERS,
                new OutboxTable(Service.ORDERS, false),
                dataSource,
                publisher,
                unsendable,
                new WakeUps(Service.ORDERS, dataSource, threads, this::wake));
        worker = new DueWorker("relay", relay, 50, threads, SteadyClock.started());
        timer.scheduleWithFixedDelay(worker::wake, 0, tick.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void wake() {
        worker.wake();
    }

    /** As after a commit of this instance. */
    public void committed() {
        relay.hasNews();
        worker.wake();
    }

    public boolean isRelaying() {
        return relay.isRelaying();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        worker.stop(Duration.ofSeconds(20));
        threads.shutdown();
    }
}
