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
import org.pizzaorders.shared.Settings;
import org.pizzaorders.shared.Shutdown;

/**
 * A timer EJB that sees to due work: subclasses are {@code @Singleton @Startup} with bean-managed concurrency and name
 * the work. It is woken after each commit that makes something due ({@link #wakeAfterCommit}); the timer is for what
 * falls due by time, and for whatever was left behind.
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

    private WorkerThread thread;
    private DueWorker worker;

    /** The work; called once, at start, before anything else may ask for it. */
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
        worker = new DueWorker(getClass().getSimpleName(), work(), batchSize(), thread, clock);
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

    /** For what else is to be done from time to time; quick. */
    protected void ticked() {}

    @PreDestroy
    void stop() {
        Shutdown.begin();
        stopping();
        worker.stop(PATIENCE_AT_STOP);
        thread.end();
    }

    /** For what else is to be stopped. */
    protected void stopping() {}

    /** Has the due work done as soon as the transaction of this thread has committed. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void wakeAfterCommit() {
        afterCommit().run(this::wake);
    }

    /** Not final: the container extends this class, and overrides whatever is not private. */
    protected AfterCommit afterCommit() {
        return AfterCommit.of(transactions);
    }

    /** Before the first tick there is no thread to wake; that tick looks for all that is due. */
    protected void wake() {
        if (thread.isRunning()) {
            worker.wake();
        }
    }
}
