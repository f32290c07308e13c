package org.pizzaorders.messaging.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pizzaorders.messaging.outbox.PublishResult.NotPublished;

/**
 * Passes the results of sending from the threads of the producer to the thread of the relay, and wakes it. Thread-safe.
 */
final class Outcomes {

    record Outcome(OutgoingEvent event, PublishResult result) {}

    /** A queue entry without a result, which only ends a wait. */
    private static final Outcome NUDGE = new Outcome(null, null);

    private final BlockingQueue<Outcome> queue = new LinkedBlockingQueue<>();
    private final AtomicBoolean nudged = new AtomicBoolean();

    void expect(OutgoingEvent event, CompletionStage<PublishResult> stage) {
        stage.whenComplete((result, failure) -> queue.add(new Outcome(
                event,
                failure == null ? result : new NotPublished(failure.getClass().getSimpleName(), true))));
    }

    /** Ends a wait for outcomes. */
    void nudge() {
        if (!nudged.getAndSet(true)) {
            queue.add(NUDGE);
        }
    }

    /** Whether there was a nudge since the last call. */
    boolean wasNudged() {
        return nudged.getAndSet(false);
    }

    /** The results that have arrived so far. */
    List<Outcome> come() {
        var come = new ArrayList<Outcome>();
        queue.drainTo(come);
        come.removeIf(outcome -> outcome == NUDGE);
        return come;
    }

    /** Waits for at least one result or a nudge, at most as long as given. */
    List<Outcome> await(Duration patience) {
        try {
            var first = queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            var come = new ArrayList<Outcome>();
            if (first != null && first != NUDGE) {
                come.add(first);
            }
            come.addAll(come());
            return come;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while events were on their way", e);
        }
    }
}
