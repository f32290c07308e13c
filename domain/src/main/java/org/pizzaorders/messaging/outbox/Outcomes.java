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

/** Brings what became of events from the threads of the producer to the one of the relay, and wakes it. Thread-safe. */
final class Outcomes {

    record Outcome(OutgoingEvent event, PublishResult result) {}

    /** Stands in the queue for nothing but a reason to look up. */
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

    /** What has come by now. */
    List<Outcome> come() {
        var come = new ArrayList<Outcome>();
        queue.drainTo(come);
        come.removeIf(outcome -> outcome == NUDGE);
        return come;
    }

    /** Waits until at least one has come, or a nudge, or the time is up. */
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
