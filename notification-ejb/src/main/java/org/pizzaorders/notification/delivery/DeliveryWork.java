package org.pizzaorders.notification.delivery;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.pizzaorders.breaker.Breaker;
import org.pizzaorders.breaker.Verdict;
import org.pizzaorders.database.DatabaseAway;
import org.pizzaorders.environment.SteadyClock;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.DeliveryChannel;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Outcome;
import org.pizzaorders.work.DueTable;
import org.pizzaorders.work.DueWork;
import org.pizzaorders.work.Interval;

/**
 * Makes the due deliveries of one channel: claims them by lease, sends a few at a time outside any transaction, and
 * records each in its own transaction. If the process dies in between, the delivery falls due again when the lease
 * ends, and is sent again with the same key. While the channel's breaker is open, nothing is claimed.
 */
final class DeliveryWork implements DueWork<UUID> {

    private static final Logger LOG = System.getLogger(DeliveryWork.class.getName());

    private static final Duration EXPIRY_INTERVAL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Channel channel;
    private final DueTable due;
    private final DeliveryLedger ledger;
    private final DeliveryChannel way;
    private final Breaker breaker;
    private final Executor executor;
    private final SteadyClock clock;
    private final Interval expiry;
    private final int parallel;
    private final Duration lease;

    // Written only between rounds.
    private Instant lastCall = Instant.MIN;
    private Instant cutOff = Instant.MIN;
    private Instant lastRecord = Instant.MIN;

    DeliveryWork(
            Channel channel,
            DueTable due,
            DeliveryLedger ledger,
            DeliveryChannel way,
            Breaker breaker,
            Executor executor,
            SteadyClock clock,
            int parallel,
            Duration lease) {
        this.channel = requireNonNull(channel, "channel");
        this.due = requireNonNull(due, "due");
        this.ledger = requireNonNull(ledger, "ledger");
        this.way = requireNonNull(way, "way");
        this.breaker = requireNonNull(breaker, "breaker");
        this.executor = requireNonNull(executor, "executor");
        this.clock = requireNonNull(clock, "clock");
        this.expiry = new Interval(EXPIRY_INTERVAL, clock);
        this.parallel = parallel;
        this.lease = requireNonNull(lease, "lease");
    }

    /**
     * The first quarter of the lease is for starting attempts, the last quarter for recording them. A delivery that is
     * not finished by then is aborted. So no other instance claims a delivery that is still being sent here.
     */
    @Override
    public List<UUID> claim(int limit) {
        var permitted = breaker.permits(limit);
        if (permitted == 0) {
            expireNowAndThen();
            return List.of();
        }
        var quarter = lease.dividedBy(4);
        lastCall = clock.instant().plus(quarter);
        cutOff = lastCall.plus(quarter.multipliedBy(2));
        lastRecord = cutOff.plus(quarter.dividedBy(2));
        return due.claim(permitted, lease);
    }

    /**
     * Not at each wake-up: the query reads all deliveries that wait for the channel, and each new order wakes the
     * worker.
     */
    private void expireNowAndThen() {
        if (expiry.hasPassed()) {
            ledger.expire(channel);
        }
    }

    @Override
    public void attempt(List<UUID> claimed) {
        var end = lastCall;
        var queue = new ConcurrentLinkedQueue<>(ledger.pending(claimed));
        if (!clock.instant().isBefore(end)) {
            LOG.log(Level.DEBUG, "Claims of {0} may have run out before they were read", channel);
            return;
        }
        var lines = new ConcurrentLinkedQueue<DeliveryChannel.Line>();
        var lanes = Stream.generate(() -> CompletableFuture.runAsync(() -> workOff(queue, end, lines), executor))
                .limit(Math.min(parallel, queue.size()))
                .toArray(CompletableFuture[]::new);
        await(CompletableFuture.allOf(lanes), lines);
        queue.forEach(left -> ledger.putBack(left, Duration.ZERO));
    }

    private void await(CompletableFuture<Void> lanes, Collection<DeliveryChannel.Line> lines) {
        try {
            if (!endWithin(Duration.between(clock.instant(), cutOff), lanes)) {
                LOG.log(Level.WARNING, "Deliveries by {0} took too long and were aborted", channel);
                lines.forEach(DeliveryChannel.Line::cutOff);
            }
            lanes.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Outcomes of deliveries could not be recorded", e.getCause());
        }
    }

    /** Whether it ended in time, with any result. */
    private static boolean endWithin(Duration patience, CompletableFuture<Void> lanes) {
        try {
            lanes.handle((done, failure) -> done).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void workOff(Queue<Dispatch> queue, Instant end, Collection<DeliveryChannel.Line> lines) {
        try (var line = way.open()) {
            lines.add(line);
            while (clock.instant().isBefore(end)) {
                var dispatch = queue.poll();
                if (dispatch == null) {
                    return;
                }
                deliver(line, dispatch);
            }
        }
    }

    private void deliver(DeliveryChannel.Line line, Dispatch dispatch) {
        breaker.call(() -> line.deliver(dispatch), DeliveryWork::verdict)
                .ifPresentOrElse(outcome -> record(dispatch, outcome), () -> ledger.putBack(dispatch, breaker.pause()));
    }

    private static Verdict verdict(Outcome outcome) {
        if (!(outcome instanceof Outcome.Failed failed)) {
            return Verdict.works();
        }
        return switch (failed.fault()) {
            case MESSAGE, MESSAGE_FOR_GOOD -> Verdict.works();
            case CHANNEL -> Verdict.fails(failed.reason());
            case OURS -> Verdict.silent();
        };
    }

    private void record(Dispatch dispatch, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            LOG.log(
                    Level.INFO,
                    "Delivery {0} by {1} failed at attempt {2}: {3}",
                    dispatch.deliveryId(),
                    dispatch.channel(),
                    dispatch.attempts() + 1,
                    failed.reason());
        }
        record(() -> ledger.record(dispatch, outcome));
    }

    /** Repeats the recording, so that a short outage of the database does not cause a sent message to be sent again. */
    private void record(Runnable recording) {
        while (!isRecorded(recording)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isRecorded(Runnable recording) {
        try {
            recording.run();
            return true;
        } catch (RuntimeException e) {
            if (!DatabaseAway.isBehind(e)
                    || !clock.instant().isBefore(lastRecord)
                    || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return false;
        }
    }
}
