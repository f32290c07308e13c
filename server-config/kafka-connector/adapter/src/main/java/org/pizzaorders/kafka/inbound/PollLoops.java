package org.pizzaorders.kafka.inbound;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.pizzaorders.kafka.inbound.config.InboundSettings;

/**
 * The consumers of one activation. An operator may stop and start them while the bean stays deployed. {@link #end} is
 * for the container and final. Thread-safe: a stop waits until a running start is over.
 */
final class PollLoops {

    private static final System.Logger LOG = System.getLogger(PollLoops.class.getName());
    private static final Duration MARGIN = Duration.ofSeconds(12);

    private final InboundSettings settings;
    private final BootstrapContext container;
    private final Supplier<List<PollLoop>> fresh;
    private volatile List<PollLoop> current = List.of();
    private volatile boolean ended;

    /**
     * @param fresh makes the number of consumers in the settings
     */
    PollLoops(InboundSettings settings, BootstrapContext container, Supplier<List<PollLoop>> fresh) {
        this.settings = settings;
        this.container = container;
        this.fresh = fresh;
    }

    /** The loops of the last start. */
    List<PollLoop> current() {
        return current;
    }

    /**
     * Starts all or none. Does nothing while one is running.
     *
     * @throws ResourceException if the container has no thread for it
     * @throws IllegalStateException if it has ended for good
     */
    synchronized void start() throws ResourceException {
        if (ended) {
            throw new IllegalStateException("The bean is not deployed any more");
        }
        if (current.stream().allMatch(PollLoop::hasEnded)) {
            schedule(fresh.get());
        }
        if (ended) {
            requestStop();
        }
    }

    private void schedule(List<PollLoop> loops) throws ResourceException {
        List<PollLoop> scheduled = new ArrayList<>();
        try {
            for (PollLoop loop : loops) {
                container.getWorkManager().scheduleWork(LongRunningWork.of(container, loop));
                scheduled.add(loop);
                current = List.copyOf(scheduled);
            }
        } catch (ResourceException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** Synchronized, because during a start it would miss the loops that are not started yet. */
    private synchronized List<PollLoop> askedToStop() {
        requestStop();
        return current;
    }

    private void requestStop() {
        current.forEach(PollLoop::stop);
    }

    /**
     * Drains, and returns when every thread has ended or after the time limit, which is one for all. Several callers may
     * wait at the same time.
     */
    void stop() {
        long deadline = System.nanoTime() + settings.drain().plus(MARGIN).toNanos();
        for (PollLoop loop : askedToStop()) {
            if (!loop.awaitEnd(Duration.ofNanos(deadline - System.nanoTime()))) {
                LOG.log(WARNING, "A consumer of group {0} has not ended in time", settings.groupId());
            }
        }
    }

    /** Begins the end and does not wait for it. */
    void requestEnd() {
        ended = true;
        requestStop();
    }

    /** Like {@link #stop}, and the consumers cannot be started again. */
    void end() {
        requestEnd();
        stop();
    }
}
