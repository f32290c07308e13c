package org.pizzaorders.kafka.monitoring;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counters of one activation since its start. Its poll threads and deliveries write them; thread-safe. */
public final class ActivationCounters {

    private final Clock clock;
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();
    private final Set<Object> waiting = ConcurrentHashMap.newKeySet();
    private final Map<Object, Instant> uncommitted = new ConcurrentHashMap<>();
    private volatile LastError lastError;

    /** @param causes class names, never messages */
    public record LastError(String causes, Instant at) {}

    public ActivationCounters(Clock clock) {
        this.clock = requireNonNull(clock);
    }

    /** The container has committed so many records. */
    public void delivered(int records) {
        delivered.add(records);
    }

    /**
     * A delivery has failed.
     *
     * @param causes class names, never messages, because these may quote the record
     */
    public void failed(String causes) {
        failed.increment();
        error(causes);
    }

    /** Records are delivered again. */
    public void retried(int records) {
        retried.add(records);
    }

    /** Records were given up. */
    public void deadLettered(int records) {
        deadLettered.add(records);
    }

    /**
     * A failure that is not a record's fault (database, transaction manager, broker) makes a partition wait until it
     * has {@link #recovered}. The activation is degraded as long as any partition waits.
     */
    public void degraded(Object partition, String causes) {
        waiting.add(partition);
        error(causes);
    }

    /** The partition goes on, or belongs to another member now. */
    public void recovered(Object partition) {
        waiting.remove(partition);
    }

    /** The offsets of a consumer are not committed, until they are {@link #committed}. */
    public void uncommitted(Object consumer) {
        uncommitted.putIfAbsent(consumer, clock.instant());
    }

    public void committed(Object consumer) {
        uncommitted.remove(consumer);
    }

    /** Empty if all consumers can commit their offsets. */
    public Optional<Instant> uncommittedSince() {
        return uncommitted.values().stream().min(Comparator.naturalOrder());
    }

    /** A consumer could not go on and is made again. */
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
        return !waiting.isEmpty();
    }

    public Optional<LastError> lastError() {
        return Optional.ofNullable(lastError);
    }
}
