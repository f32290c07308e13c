package org.pizzaorders.kafka.container;

import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContextProvider;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs each work on a thread of its own: at once, or as soon as one of few is free. */
public final class Works implements WorkManager, AutoCloseable {

    private final ExecutorService threads;
    private final ExecutorService longRunning = Executors.newCachedThreadPool();

    /** @param threads for works that are not long-running; 0: as many as are wanted */
    public Works(int threads) {
        this.threads = threads == 0 ? Executors.newCachedThreadPool() : Executors.newFixedThreadPool(threads);
    }

    @Override
    public void scheduleWork(Work work) {
        (isLongRunning(work) ? longRunning : threads).execute(work);
    }

    private static boolean isLongRunning(Work work) {
        return work instanceof WorkContextProvider provider
                && provider.getWorkContexts().stream()
                        .anyMatch(each -> each instanceof HintsContext hints
                                && Boolean.TRUE.equals(hints.getHints().get(HintsContext.LONGRUNNING_HINT)));
    }

    @Override
    public void scheduleWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
        scheduleWork(work);
    }

    @Override
    public long startWork(Work work) {
        throw new UnsupportedOperationException("would block the poll thread");
    }

    @Override
    public long startWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
        return startWork(work);
    }

    @Override
    public void doWork(Work work) {
        throw new UnsupportedOperationException("would block the poll thread");
    }

    @Override
    public void doWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
        doWork(work);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        longRunning.shutdownNow();
    }
}
