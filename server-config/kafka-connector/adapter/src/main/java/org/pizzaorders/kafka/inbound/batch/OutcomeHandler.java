package org.pizzaorders.kafka.inbound.batch;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.TopicPartition;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.inbound.config.RetryPolicy;
import org.pizzaorders.kafka.inbound.failure.DeliveryFailure;
import org.pizzaorders.kafka.monitoring.ActivationCounters;

/**
 * Handles the outcome of an attempt: the next step of the batch and its time, the counters, the log. Shared by all
 * consumers of an activation.
 */
public final class OutcomeHandler {

    private static final System.Logger LOG = System.getLogger(OutcomeHandler.class.getName());

    private final RetryPolicy retries;
    private final ActivationCounters counters;
    private final Clock clock;
    private final Neighbours neighbours = new Neighbours();

    public OutcomeHandler(RetryPolicy retries, ActivationCounters counters, Clock clock) {
        this.retries = retries;
        this.counters = counters;
        this.clock = clock;
    }

    BatchProgress begin(List<ConsumedRecord> batch) {
        return new BatchProgress(batch, retries.maxAttempts());
    }

    void starting(PartitionBatch batch) {
        if (batch.hasFailedBefore()) {
            counters.retried(batch.progress().next().size());
        }
    }

    void succeeded(PartitionBatch batch) {
        BatchProgress progress = batch.progress();
        if (progress.deadLetter().isPresent()) {
            counters.deadLettered(1);
            LOG.log(INFO, "{0} is handed on as a dead letter", progress.position());
        } else {
            counters.delivered(progress.next().size());
            neighbours.gotThrough(batch.partition(), System.nanoTime());
            if (batch.hasFailedBefore()) {
                LOG.log(INFO, "Delivery of {0} succeeded in the end", progress.position());
            }
        }
        counters.recovered(batch.partition());
        batch.succeeded(System.nanoTime());
    }

    void failed(PartitionBatch batch, DeliveryFailure met) {
        DeliveryFailure failure = bringsItsOwnOutage(batch) ? met.blamedOnRecord() : met;
        Instant now = clock.instant();
        BatchProgress progress = batch.progress();
        String position = progress.position();
        BatchProgress.Reaction reaction = progress.failed(failure, now);
        Duration wait = wait(progress, reaction);
        batch.failed(System.nanoTime(), wait);
        counters.failed(failure.brief());
        if (reaction == BatchProgress.Reaction.HOLD) {
            counters.degraded(batch.partition(), failure.brief());
        } else {
            counters.recovered(batch.partition());
        }
        log(position, progress, reaction, wait, failure);
    }

    /** Whether only this record has failures that look like an outage, and for longer than the activation allows. */
    private boolean bringsItsOwnOutage(PartitionBatch batch) {
        return batch.progress().triesOne()
                && retries.holdsNoLongerThan(batch.failsFor(System.nanoTime()))
                && neighbours.gotThroughSince(batch.partition(), batch.lastFailedAt());
    }

    private Duration wait(BatchProgress progress, BatchProgress.Reaction reaction) {
        double chance = ThreadLocalRandom.current().nextDouble();
        return switch (reaction) {
            case HOLD -> retries.backoff().after(progress.holds(), chance);
            case RETRY -> retries.backoff().after(progress.attempts(), chance);
            case ISOLATE, GIVE_UP -> Duration.ZERO;
        };
    }

    private static void log(
            String position,
            BatchProgress progress,
            BatchProgress.Reaction reaction,
            Duration wait,
            DeliveryFailure failure) {
        String what = switch (reaction) {
            case HOLD -> "waits, no attempt spent, next in " + wait;
            case RETRY -> "failed, attempt " + progress.attempts() + ", next in " + wait;
            case ISOLATE -> "failed, now record by record";
            case GIVE_UP -> "failed, attempt " + progress.attempts() + ", is given up";
        };
        // An outage holds every partition many times, so only the first time of each is a warning.
        System.Logger.Level level = reaction == BatchProgress.Reaction.HOLD && progress.holds() > 1 ? DEBUG : WARNING;
        LOG.log(level, "Delivery of {0} {1}: {2}", position, what, failure.brief());
        LOG.log(DEBUG, "The failure in full", failure.cause());
    }

    /** The container has accepted a delivery but gives it no thread. Nothing fails, but the partition stands still. */
    void starved(TopicPartition partition) {
        counters.degraded(new Starved(partition), "no thread of the server for " + ThreadWait.LONG);
        LOG.log(
                WARNING,
                "A delivery of {0} has waited {1} for a thread of the server: its pool is too small for its consumers",
                partition,
                ThreadWait.LONG);
    }

    void gotThread(TopicPartition partition) {
        counters.recovered(new Starved(partition));
        LOG.log(INFO, "No delivery of {0} waits for a thread of the server any more", partition);
    }

    private record Starved(TopicPartition partition) {}

    void dropped(Collection<TopicPartition> partitions) {
        partitions.forEach(counters::recovered);
    }
}
