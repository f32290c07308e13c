package org.pizzaorders.work;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import org.pizzaorders.environment.Settings;
import org.pizzaorders.environment.Shutdown;
import org.pizzaorders.environment.SteadyClock;

/**
 * A timer EJB that runs due work. Subclasses are {@code @Singleton @Startup} with bean-managed concurrency and provide
 * the work. Each commit that makes something due wakes it ({@link #wakeAfterCommit}). The timer finds rows that fall
 * due by time, and rows that were left behind.
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class DueWorkTimer {

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);

    @Resource
    TimerService timers;

    @Resource
    protected ManagedExecutorService executor;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    protected TransactionSynchronizationRegistry transactions;

    @Inject
    protected Clock clock;

    protected final SteadyClock steady = SteadyClock.started();

    private WorkerThread thread;
    private DueWorker worker;

    /** The work; called once at start, before any other use. */
    protected abstract DueWork<?> work();

    /** How many rows to claim at a time. */
    protected abstract int batchSize();

    /** How often to look for what is due by time. */
    protected Duration interval() {
        return Settings.duration("pizza.due-work.interval", Duration.ofSeconds(1));
    }

    @PostConstruct
    void start() {
        thread = new WorkerThread(executor);
        worker = new DueWorker(getClass().getSimpleName(), work(), batchSize(), thread, steady);
        var millis = interval().toMillis();
        timers.createIntervalTimer(millis, millis, new TimerConfig(null, false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void tick() {
        thread.ensureRunning();
        wake();
        ticked();
    }

    /** Called at each tick for other regular tasks; must be quick. */
    protected void ticked() {}

    @PreDestroy
    void stop() {
        Shutdown.begin();
        stopping();
        worker.stop(PATIENCE_AT_STOP);
        thread.end();
    }

    /** Called at stop, to stop other things. */
    protected void stopping() {}

    /** Runs the due work as soon as the transaction of this thread has committed. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void wakeAfterCommit() {
        afterCommit().run(this::wake);
    }

    /** Not final: the container extends this class, and overrides whatever is not private. */
    protected AfterCommit afterCommit() {
        return AfterCommit.of(transactions);
    }

    /** Before the first tick there is no thread to wake. That tick finds everything that is due. */
    protected void wake() {
        if (thread.isRunning()) {
            worker.wake();
        }
    }
}
