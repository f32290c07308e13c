package org.pizzaorders.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/**
 * A thread of the server that stays with one worker. A server's executor runs each task in the context (caller,
 * component) of the code that submits it. The context of a consumer or of a request does not suit the worker, and in
 * some of them Payara refuses connections. So the timer obtains the thread, and other callers that wake the worker only
 * pass tasks to this thread. Thread-safe.
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

    /**
     * Obtains a thread if there is none. Called by the timer. It must not throw, because a server cancels a timer whose
     * method throws.
     */
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

    /** Returns the thread after the tasks that were passed before. */
    synchronized void end() {
        ended = true;
        tasks.add(END);
    }

    /**
     * @throws RejectedExecutionException if there is no thread
     */
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
