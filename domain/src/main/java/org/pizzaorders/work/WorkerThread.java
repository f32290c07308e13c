package org.pizzaorders.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/**
 * A thread of the server's that stays with one worker. What a server's executor runs takes over the surroundings of
 * whoever submits it, caller and component; those of a consumer or of a request are none of the worker's business, and
 * Payara refuses connections to some of them. So the timer takes the thread, and whoever else wakes the worker only
 * hands over. Thread-safe.
 */
final class WorkerThread implements Executor {

    private static final Logger LOG = System.getLogger(WorkerThread.class.getName());
    private static final Runnable END = () -> {};

    private final Executor threads;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    // Guarded by this.
    private boolean running;
    private boolean ended;

    WorkerThread(Executor threads) {
        this.threads = threads;
    }

    /** Takes a thread if it has none; for the timer, which a server takes away from whoever throws at it. */
    synchronized void ensureRunning() {
        if (running || ended) {
            return;
        }
        try {
            running = true;
            threads.execute(this::work);
        } catch (RuntimeException | Error e) {
            running = false;
            LOG.log(Level.WARNING, "The server gave no thread; the timer will ask again", e);
        }
    }

    synchronized boolean isRunning() {
        return running;
    }

    /** Gives the thread back after what was handed over before. */
    synchronized void end() {
        ended = true;
        tasks.add(END);
    }

    /** @throws RejectedExecutionException if it has no thread */
    @Override
    public synchronized void execute(Runnable task) {
        if (!running || ended) {
            throw new RejectedExecutionException("The timer has taken no thread yet");
        }
        tasks.add(task);
    }

    private void work() {
        try {
            for (var task = tasks.take(); task != END; task = tasks.take()) {
                task.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (this) {
                running = false;
            }
        }
    }
}
