package org.pizzaorders.notification.sending;

import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pizzaorders.environment.SteadyClock;
import org.pizzaorders.notification.channel.Handled;
import org.pizzaorders.notification.channel.Outcome;

/**
 * What a worker and its lanes share: the claimed deliveries that wait for a lane, those that are being sent, and those
 * that are to be recorded. Lanes wait while too many are sent and not recorded: if the process dies, just these are sent
 * again. Thread-safe.
 */
final class Exchange {

    private static final Outcome LEFT_OVER = new Outcome.Untried(Duration.ZERO);

    private final int mostUnrecorded;
    private final SteadyClock clock;

    // Guarded by this.
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final Map<Lane, Optional<Turn>> lanes = new HashMap<>();
    private final List<Handled> ready = new ArrayList<>();
    private int starting;
    private int beingRecorded;
    private boolean woken;
    private boolean news;
    private boolean closed;
    private Throwable failure;

    Exchange(int mostUnrecorded, SteadyClock clock) {
        this.mostUnrecorded = mostUnrecorded;
        this.clock = clock;
    }

    /** @return whether the lane is still needed; if so, it must {@link #leave} */
    synchronized boolean enter(Lane lane) {
        starting--;
        if (!closed) {
            lanes.put(lane, Optional.empty());
        }
        return !closed;
    }

    /** Waits for the next delivery on this lane; empty if the lane should end. */
    synchronized Optional<Turn> next(Lane lane) throws InterruptedException {
        while (!closed && !lane.isCut()) {
            if (underWay() < mostUnrecorded
                    && !waiting.isEmpty()
                    && waiting.peek().mayStart(clock.instant())) {
                var turn = Optional.of(waiting.remove());
                lanes.put(lane, turn);
                return turn;
            }
            wait();
        }
        return Optional.empty();
    }

    synchronized void done(Lane lane, Handled handled) {
        lanes.put(lane, Optional.empty());
        ready.add(handled);
        tell();
    }

    /** @param problem null if there was none. What the lane was sending falls due again when its lease ends */
    synchronized void leave(Lane lane, Throwable problem) {
        lanes.remove(lane);
        if (failure == null) {
            failure = problem;
        }
        tell();
    }

    /** More may be due. Any thread. */
    synchronized void wake() {
        woken = true;
        tell();
    }

    /** Starts no further attempt: what waits is put back. Any thread. */
    synchronized void close() {
        closed = true;
        waiting.forEach(this::leaveOver);
        waiting.clear();
        tell();
    }

    private void leaveOver(Turn turn) {
        ready.add(new Handled(turn.dispatch(), LEFT_OVER));
    }

    private void tell() {
        news = true;
        notifyAll();
    }

    /** The worker adds what it has claimed. */
    synchronized void add(Collection<Turn> claimed) {
        waiting.addAll(claimed);
        if (closed) {
            close();
        }
        notifyAll();
    }

    /** Whether the worker should claim more: something may be due, and lanes will soon have nothing to do. */
    synchronized boolean wantsMore(boolean moreIsDue, int fewWaiting) {
        var wants = !closed && waiting.size() < fewWaiting && (moreIsDue || woken);
        if (wants) {
            woken = false;
        }
        return wants;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    /** How many more lanes would find something to do. Each must {@link #enter}, or is {@link #notStarted}. */
    synchronized int lanesToStart(int mostLanes) {
        var there = lanes.size() + starting;
        var more = Math.max(0, Math.min(mostLanes - there, waiting.size() - (there - sending())));
        starting += more;
        return more;
    }

    synchronized void notStarted() {
        starting--;
    }

    synchronized boolean hasLanes() {
        return lanes.size() + starting > 0;
    }

    /** Takes all that is ready to be recorded. Must be followed by {@link #recorded}. */
    synchronized List<Handled> takeReady() {
        var taken = new ArrayList<>(ready);
        ready.clear();
        beingRecorded = taken.size();
        return taken;
    }

    /** @param left has to be recorded later */
    synchronized void recorded(List<Handled> left) {
        beingRecorded = 0;
        ready.addAll(0, left);
        notifyAll();
    }

    /** The lanes whose delivery takes too long; all that send, if nobody may wait for them. They get no further one. */
    synchronized List<Lane> late(boolean all) {
        var now = clock.instant();
        var late = lanes.entrySet().stream()
                .filter(each -> each.getValue().isPresent() && !each.getKey().isCut())
                .filter(each ->
                        all || !now.isBefore(each.getValue().get().term().cutOff()))
                .map(Map.Entry::getKey)
                .toList();
        late.forEach(Lane::mark);
        return late;
    }

    /** Waits until something has happened, but not longer than until the given time or the next end of a term. */
    synchronized void await(Optional<Instant> until) throws InterruptedException {
        var end = Stream.of(
                        until.stream(),
                        waiting.stream().limit(1).map(turn -> turn.term().lastCall()),
                        lanes.entrySet().stream()
                                .filter(each -> !each.getKey().isCut())
                                .flatMap(each -> each.getValue().stream())
                                .map(turn -> turn.term().cutOff()))
                .flatMap(times -> times)
                .min(naturalOrder());
        if (!news && !isOver()) {
            wait(end.map(this::millisUntil).orElse(0L));
        }
        news = false;
        leaveLateOver();
    }

    /** At least one, because zero would be for ever. */
    private long millisUntil(Instant end) {
        return Math.max(1, Duration.between(clock.instant(), end).toMillis());
    }

    private void leaveLateOver() {
        var now = clock.instant();
        while (!waiting.isEmpty() && !waiting.peek().mayStart(now)) {
            leaveOver(waiting.remove());
        }
    }

    synchronized boolean isOver() {
        return waiting.isEmpty() && underWay() == 0;
    }

    private int underWay() {
        return sending() + ready.size() + beingRecorded;
    }

    private int sending() {
        return (int) lanes.values().stream().filter(Optional::isPresent).count();
    }

    /** Ends all lanes, which are sending nothing any more. */
    synchronized void end() throws InterruptedException {
        close();
        while (!lanes.isEmpty()) {
            wait();
        }
    }

    /** What a lane could not cope with. */
    synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
