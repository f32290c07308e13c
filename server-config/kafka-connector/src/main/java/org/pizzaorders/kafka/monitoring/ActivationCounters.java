package org.pizzaorders.kafka.monitoring;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** What has happened in one activation since it began. Written by its poll threads and deliveries; thread-safe. */
public final class ActivationCounters {

    private final Clock clock;
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();
    private volatile boolean degraded;
    private volatile LastError lastError;

    /** @param causes class names, never messages */
    public record LastError(String causes, Instant at) {}

    public ActivationCounters(Clock clock) {
        this.clock = requireNonNull(clock);
    }

    /** The container has committed so many records: what they need works, so it is degraded no longer. */
    public void delivered(int records) {
        delivered.add(records);
        degraded = false;
    }

    /**
     * A delivery has failed.
     *
     * @param causes class names, never messages: they may quote what the application was given
     */
    public void failed(String causes) {
        failed.increment();
        error(causes);
    }

    /** So many records are delivered once more. */
    public void retried(int records) {
        retried.add(records);
    }

    /** So many records were given up. */
    public void deadLettered(int records) {
        deadLettered.add(records);
    }

    /** Something all records need (database, transaction manager, broker) fails; until {@link #recovered()}. */
    public void degraded(String causes) {
        degraded = true;
        error(causes);
    }

    /** Nothing here waits for what had failed any more. Implied by {@link #delivered}. */
    public void recovered() {
        degraded = false;
    }

    /** A consumer could not go on and is made anew. */
    public void sessionFailed(String causes) {
        error(causes);
    }

    private void error(String causes) {
        lastError = new LastError(causes, clock.instant());
    }

    public long delivered() {
        return delivered.sum();
    }

    public long failed() {
        return failed.sum();
    }

    public long retried() {
        return retried.sum();
    }

    public long deadLettered() {
        return deadLettered.sum();
    }

    public boolean isDegraded() {
        return degraded;
    }

    public Optional<LastError> lastError() {
        return Optional.ofNullable(lastError);
    }
}
