package org.pizzaorders.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.pizzaorders.database.DatabaseAway;

/**
 * Dead letters that are due to be redriven, and what is parked behind them, each in a transaction of its own. One that
 * fails again goes back to the operators; a database that is away is nobody's fault, and the lease brings the event back.
 */
final class RedriveWork implements DueWork<UUID> {

    private static final Logger LOG = System.getLogger(RedriveWork.class.getName());
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration PURGE_INTERVAL = Duration.ofHours(1);

    private final DueTable due;
    private final Consumer<UUID> proceed;
    private final BiConsumer<UUID, Failure> failed;
    private final Runnable purge;
    private final Clock clock;

    // Touched by the running round only.
    private Instant nextPurge = Instant.MIN;

    RedriveWork(DueTable due, Consumer<UUID> proceed, BiConsumer<UUID, Failure> failed, Runnable purge, Clock clock) {
        this.due = due;
        this.proceed = proceed;
        this.failed = failed;
        this.purge = purge;
        this.clock = clock;
    }

    @Override
    public List<UUID> claim(int limit) {
        var claimed = due.claim(limit, LEASE);
        if (claimed.isEmpty()) {
            purgeNowAndThen();
        }
        return claimed;
    }

    @Override
    public void attempt(List<UUID> claimed) {
        claimed.forEach(this::attempt);
    }

    private void attempt(UUID id) {
        try {
            proceed.accept(id);
        } catch (RuntimeException e) {
            if (DatabaseAway.isBehind(e)) {
                throw e;
            }
            var failure = Failure.of(e, clock.instant());
            LOG.log(Level.WARNING, "Dead letter {0} failed again: {1}", id, failure.causes());
            failed.accept(id, failure);
        }
    }

    private void purgeNowAndThen() {
        var now = clock.instant();
        if (!now.isBefore(nextPurge)) {
            purge.run();
            nextPurge = now.plus(PURGE_INTERVAL);
        }
    }
}
