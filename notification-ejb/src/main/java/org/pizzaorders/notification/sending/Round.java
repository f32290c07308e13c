package org.pizzaorders.notification.sending;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.pizzaorders.database.DatabaseAway;
import org.pizzaorders.environment.SteadyClock;
import org.pizzaorders.notification.api.Channel;

/**
 * One round of a worker, on its own thread: starts lanes for what is claimed, records what they have sent as often as
 * something is ready, claims on while more is due, and ends when nothing is left. So outcomes that come while a
 * transaction runs are recorded together by the next one, and a slow message does not hold up the others.
 */
final class Round {

    private static final Logger LOG = System.getLogger(Round.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Channel channel;
    private final Exchange exchange;
    private final Supplier<Lane> lanes;
    private final Executor executor;
    private final int parallel;
    private final Recording recording;
    private final IntFunction<List<Turn>> claim;
    private final int limit;
    private final SteadyClock clock;

    private boolean moreIsDue;
    private Instant lastRecord = Instant.MIN;
    private Optional<Instant> pauseEnd = Optional.empty();
    private boolean interrupted;
    private RuntimeException failure;

    /**
     * @param parallel how many lanes at most
     * @param claim claims so many more
     * @param limit how many may wait for a lane
     */
    Round(
            Channel channel,
            Exchange exchange,
            Supplier<Lane> lanes,
            Executor executor,
            int parallel,
            Recording recording,
            IntFunction<List<Turn>> claim,
            int limit,
            SteadyClock clock) {
        this.channel = requireNonNull(channel, "channel");
        this.exchange = requireNonNull(exchange, "exchange");
        this.lanes = requireNonNull(lanes, "lanes");
        this.executor = requireNonNull(executor, "executor");
        this.parallel = parallel;
        this.recording = requireNonNull(recording, "recording");
        this.claim = requireNonNull(claim, "claim");
        this.limit = limit;
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * @throws RuntimeException why outcomes could not be recorded, or no more could be claimed; the deliveries fall due
     *     again when their leases end
     */
    void run(List<Turn> claimed) {
        take(claimed, limit);
        try {
            while (!exchange.isOver()) {
                record();
                claimOn();
                startLanes();
                cutOffLate();
                await();
            }
        } finally {
            end();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void take(List<Turn> claimed, int wanted) {
        moreIsDue = claimed.size() >= wanted;
        claimed.stream().findFirst().ifPresent(turn -> lastRecord = turn.term().lastRecord());
        exchange.add(claimed);
    }

    private void startLanes() {
        for (var missing = exchange.lanesToStart(parallel); missing > 0; missing--) {
            var lane = lanes.get();
            try {
                executor.execute(lane);
            } catch (RuntimeException e) {
                lane.discard();
                foundNoThread(e);
            }
        }
    }

    private void foundNoThread(RuntimeException e) {
        if (exchange.hasLanes()) {
            LOG.log(Level.DEBUG, "The server gives no further thread for {0}", channel);
        } else {
            fail(e);
        }
    }

    private void cutOffLate() {
        var late = exchange.late(interrupted);
        if (!late.isEmpty()) {
            LOG.log(Level.WARNING, "{0} deliveries by {1} took too long and were aborted", late.size(), channel);
            late.forEach(Lane::cutOff);
        }
    }

    /**
     * While the database is away, outcomes are kept until the end of the lease, so that a short outage does not cause a
     * sent message to be sent again.
     */
    private void record() {
        if (isPaused()) {
            return;
        }
        var ready = exchange.takeReady();
        if (ready.isEmpty()) {
            return;
        }
        try {
            recording.record(ready);
        } catch (RuntimeException e) {
            if (DatabaseAway.isBehind(e) && clock.instant().isBefore(lastRecord) && !interrupted) {
                pauseEnd = Optional.of(clock.instant().plus(PAUSE));
            } else {
                ready.clear();
                fail(e);
            }
        } finally {
            exchange.recorded(ready);
        }
    }

    private boolean isPaused() {
        if (pauseEnd.filter(clock.instant()::isBefore).isPresent()) {
            return true;
        }
        pauseEnd = Optional.empty();
        return false;
    }

    private void claimOn() {
        if (failure != null || isPaused() || !exchange.wantsMore(moreIsDue, parallel)) {
            return;
        }
        try {
            var wanted = limit - exchange.waiting();
            take(claim.apply(wanted), wanted);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Starts nothing more; what is being sent is finished and recorded. */
    private void fail(RuntimeException e) {
        if (failure == null) {
            failure = e;
        }
        exchange.close();
    }

    private void await() {
        try {
            exchange.await(pauseEnd);
        } catch (InterruptedException e) {
            interrupted = true;
            exchange.close();
        }
    }

    private void end() {
        while (!hasEnded()) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        exchange.failure().ifPresent(problem -> fail(new IllegalStateException("A delivery failed", problem)));
    }

    private boolean hasEnded() {
        try {
            exchange.end();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
