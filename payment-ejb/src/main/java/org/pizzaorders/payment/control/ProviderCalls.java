package org.pizzaorders.payment.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.pizzaorders.database.DatabaseAway;
import org.pizzaorders.work.DueTable;
import org.pizzaorders.work.DueWork;

/**
 * Makes due calls to the provider, a limited number at a time. A hanging call takes only its own place. Rows are
 * claimed only for free places and only as many as the provider's breaker permits, and a round does not wait for the
 * calls of the last one. If a call cannot finish (no thread, no database, crash), its row falls due again when its
 * lease ends.
 *
 * @param <T> what a call needs of its row
 */
public final class ProviderCalls<T> implements DueWork<UUID> {

    private static final Logger LOG = System.getLogger(ProviderCalls.class.getName());
    private static final long PATIENCE_MILLIS = 500;

    private final DueTable table;
    private final Duration lease;
    private final int places;
    private final Semaphore free;
    private final IntUnaryOperator permits;
    private final Executor executor;
    private final Function<List<UUID>, Map<UUID, T>> read;
    private final BiConsumer<UUID, Optional<T>> call;

    /**
     * @param permits how many of the wanted calls the provider's breaker permits now
     * @param read reads all claimed rows together. It may leave out rows
     * @param call makes the call for a claimed row and records its outcome, in transactions of its own. It reads a row
     *     itself that was left out
     */
    public ProviderCalls(
            DueTable table,
            PaymentSettings settings,
            IntUnaryOperator permits,
            Executor executor,
            Function<List<UUID>, Map<UUID, T>> read,
            BiConsumer<UUID, Optional<T>> call) {
        this.table = table;
        this.lease = settings.lease();
        this.places = settings.concurrency();
        this.free = new Semaphore(places);
        this.permits = permits;
        this.executor = executor;
        this.read = read;
        this.call = call;
    }

    @Override
    public List<UUID> claim(int limit) {
        var taken = takePlaces(permits.applyAsInt(limit));
        List<UUID> claimed = List.of();
        try {
            if (taken > 0) {
                claimed = table.claim(taken, lease);
            }
            return claimed;
        } finally {
            free.release(taken - claimed.size());
        }
    }

    /** Waits only a moment: a small executor may need this thread for the calls. */
    private int takePlaces(int limit) {
        try {
            if (limit == 0 || !free.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
        var taken = 1;
        while (taken < limit && free.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    @Override
    public void attempt(List<UUID> claimed) {
        var rows = read(claimed);
        claimed.forEach(id -> start(id, Optional.ofNullable(rows.get(id))));
    }

    /** If rows cannot be read together, perhaps only one of them is unreadable: then each call reads its own. */
    private Map<UUID, T> read(List<UUID> claimed) {
        try {
            return read.apply(claimed);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "Claimed rows could not be read together", e);
            return Map.of();
        }
    }

    private void start(UUID id, Optional<T> row) {
        try {
            executor.execute(() -> run(id, row));
        } catch (RuntimeException | Error e) {
            free.release();
            LOG.log(Level.WARNING, () -> id + " found no thread to run on; its lease will end", e);
        }
    }

    private void run(UUID id, Optional<T> row) {
        try {
            call.accept(id, row);
        } catch (RuntimeException e) {
            notRecorded(id, e);
        } finally {
            free.release();
        }
    }

    /**
     * Logs no stack trace while the database is away, because every running call fails then and the next claim reports
     * the outage.
     */
    private static void notRecorded(UUID id, RuntimeException e) {
        if (DatabaseAway.isBehind(e)) {
            LOG.log(
                    Level.INFO,
                    "The outcome of {0} was not recorded, because the database is away; the provider is asked again when the lease ends",
                    id);
        } else {
            LOG.log(Level.WARNING, () -> "The outcome of " + id + " was not recorded; its lease will end", e);
        }
    }

    /** Waits until no call is running. Call it after the last claim. */
    public void drain(Duration patience) {
        try {
            if (!free.tryAcquire(places, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(
                        Level.WARNING,
                        "Some calls to the provider are still running; they are repeated when their leases end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
