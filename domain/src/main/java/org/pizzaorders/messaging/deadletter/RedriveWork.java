package org.pizzaorders.messaging.deadletter;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.pizzaorders.work.DueTable;
import org.pizzaorders.work.DueWork;
import org.pizzaorders.work.OneByOne;

/**
 * Redrives the dead letters that are due and the events parked behind them, each in its own transaction. An event that
 * fails again goes back to the operators. A failure does not count while the database is away or while the application
 * stops. Then the event falls due again when its lease ends, on this or another instance.
 */
public final class RedriveWork implements DueWork<UUID> {

    private static final Logger LOG = System.getLogger(RedriveWork.class.getName());
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final DueTable due;
    private final Consumer<UUID> proceed;
    private final BiConsumer<UUID, Failure> failed;
    private final BooleanSupplier stops;
    private final Clock clock;

    /**
     * @param stops whether the application is stopping
     */
    public RedriveWork(
            DueTable due,
            Consumer<UUID> proceed,
            BiConsumer<UUID, Failure> failed,
            BooleanSupplier stops,
            Clock clock) {
        this.due = due;
        this.proceed = proceed;
        this.failed = failed;
        this.stops = stops;
        this.clock = clock;
    }

    @Override
    public List<UUID> claim(int limit) {
        return due.claim(limit, LEASE);
    }

    @Override
    public void attempt(List<UUID> claimed) {
        OneByOne.attempt(claimed, proceed, this::recordFailure);
    }

    private void recordFailure(UUID id, RuntimeException thrown) {
        if (stops.getAsBoolean()) {
            throw thrown;
        }
        var failure = Failure.of(thrown, clock.instant());
        LOG.log(Level.WARNING, "Dead letter {0} failed again: {1}", id, failure.causes());
        failed.accept(id, failure);
    }
}
