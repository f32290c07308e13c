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
 * The consumers of one activation. An operator may stop and start them while the bean stays deployed; {@link #end} is
 * the container's, and for good. Thread-safe: a start is over before a stop begins.
 */
final class PollLoops {

    private static final System.Logger LOG = System.getLogger(PollLoops.class.getName());
    private static final Duration MARGIN = Duration.ofSeconds(12);

    private final InboundSettings settings;
    private final BootstrapContext container;
    private final Supplier<List<PollLoop>> fresh;
    private volatile List<PollLoop> current = List.of();
    private volatile boolean ended;

    /** @param fresh makes as many as the settings say */
    PollLoops(InboundSettings settings, BootstrapContext container, Supplier<List<PollLoop>> fresh) {
        this.settings = settings;
        this.container = container;
        this.fresh = fresh;
    }

    /** Those of the last start. */
    List<PollLoop> current() {
        return current;
    }

    /**
     * Starts all or none. Without effect while one runs.
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

    /** Not while some are being started, of which it would miss the rest. */
    private synchronized List<PollLoop> askedToStop() {
        requestStop();
        return current;
    }

    private void requestStop() {
        current.forEach(PollLoop::stop);
    }

    /** Drains, and returns when every thread has ended or the time for it is up; so for each of several callers. */
    void stop() {
        for (PollLoop loop : askedToStop()) {
            if (!loop.awaitEnd(settings.drain().plus(MARGIN))) {
                LOG.log(WARNING, "A consumer of group {0} has not ended in time", settings.groupId());
            }
        }
    }

    /** Begins what {@link #end} ends, and does not wait. */
    void requestEnd() {
        ended = true;
        requestStop();
    }

    /** As {@link #stop}, and they cannot be started any more. */
    void end() {
        requestEnd();
        stop();
    }
}
