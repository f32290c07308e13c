package org.pizzaorders.messaging.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.pizzaorders.messaging.outbox.Outcomes.Outcome;
import org.pizzaorders.messaging.outbox.PublishResult.NotPublished;
import org.pizzaorders.messaging.outbox.PublishResult.Published;
import org.pizzaorders.work.RetrySchedule;
import org.pizzaorders.work.Unreachable;

/**
 * Reads, sends and settles events, overlapped: while some events are in flight, it reads the next ones, and settles all
 * that have arrived. One thread does all this. A flow lives as long as the relay has its lock.
 *
 * <p>An event is sent only when all earlier events of its aggregate have arrived. The order on the topic is correct
 * even if two instances believe for a while that they are the relay: both then send some events twice, but neither
 * sends an event whose predecessor is not on the topic.
 */
final class RelayFlow {

    private static final Logger LOG = System.getLogger(RelayFlow.class.getName());
    private static final RetrySchedule SCHEDULE = new RetrySchedule(Duration.ofSeconds(1), Duration.ofSeconds(15), 2);
    private static final Duration STALLED = Duration.ofSeconds(1);

    /** How many pages are in memory while all goes well, and while some events are stuck. */
    private static final int USUAL = 4;

    private static final int MOST = 12;

    /** A fourth of a page may be events that failed before, because an attempt may take half a minute. */
    private static final int RETRIES = 4;

    private final RelaySession session;
    private final OutboxTable table;
    private final UnsendableEvents unsendable;
    private final int page;
    private final Lanes lanes;
    private final Outcomes outcomes = new Outcomes();

    /** True when everything that may be read now has been read. */
    private boolean passEnded;

    /** When something last arrived, or was read; in nanoseconds. */
    private long movedAt = System.nanoTime();

    private volatile boolean stopping;

    /** Topics that seem to accept nothing, with the reason. */
    private final Map<String, String> shut = new HashMap<>();

    RelayFlow(RelaySession session, OutboxTable table, UnsendableEvents unsendable, int page) {
        this.session = session;
        this.table = table;
        this.unsendable = unsendable;
        this.page = page;
        this.lanes = new Lanes(page);
    }

    /** Any thread: there may be new events. */
    void nudge() {
        outcomes.nudge();
    }

    /** Any thread: nothing more is to be sent. */
    void stop() {
        stopping = true;
        outcomes.nudge();
    }

    /**
     * Settles what has arrived and reads on; waits while there is nothing to settle or read.
     *
     * @return the events to send now; empty when nothing is left and nothing is in flight
     * @throws Unreachable if nothing gets through
     */
    List<OutgoingEvent> next() throws SQLException {
        var ready = settle(outcomes.come());
        while (!stopping) {
            if (passEnded
                    && (outcomes.wasNudged()
                            || lanes.isEmpty() && !lanes.overfull().isEmpty())) {
                beginPass();
            }
            if (mayRead()) {
                ready.addAll(read());
            }
            if (!ready.isEmpty()) {
                return ready;
            }
            if (lanes.isEmpty() && passEnded) {
                return endOfRound();
            }
            if (!lanes.isEmpty()) {
                var come = outcomes.await(STALLED);
                session.keepAlive();
                ready.addAll(settle(come));
            }
        }
        return List.of();
    }

    private List<OutgoingEvent> endOfRound() {
        if (!shut.isEmpty()) {
            throw new Unreachable("the broker", shut.toString());
        }
        beginPass();
        return List.of();
    }

    private void beginPass() {
        passEnded = false;
        lanes.beginPass();
    }

    /**
     * Up to a limit, stuck events do not count. Otherwise the others would starve behind a partition without a leader.
     */
    private boolean mayRead() {
        if (passEnded || lanes.size() > (MOST - 1) * page) {
            return false;
        }
        return isStalled() || lanes.size() - lanes.stuck(USUAL * page) <= (USUAL - 1) * page;
    }

    /** A nudge that ends a wait early does not mean a stall. */
    private boolean isStalled() {
        return System.nanoTime() - movedAt >= STALLED.toNanos();
    }

    private List<OutgoingEvent> read() throws SQLException {
        movedAt = System.nanoTime();
        var ready = new ArrayList<OutgoingEvent>();
        var retries = Math.max(1, page / RETRIES) - lanes.retries();
        if (retries > 0) {
            ready.addAll(lanes.add(table.retries(session.connection(), lanes.ids(), shut.keySet(), retries)));
        }
        var fresh = table.fresh(session.connection(), lanes.ids(), shut.keySet(), lanes.overfull(), page);
        passEnded = fresh.size() < page;
        ready.addAll(lanes.add(fresh));
        return ready;
    }

    /** Topic by topic, because a missing topic makes the producer wait until the sends behind it fail. */
    void send(List<OutgoingEvent> ready, EventPublisher publisher) {
        var sendable = ready.stream().collect(partitioningBy(event -> event.headers() != null));
        sendable.get(false)
                .forEach(event ->
                        expect(event, CompletableFuture.completedStage(new NotPublished("unreadable headers", false))));
        sendable.get(true).stream()
                .collect(groupingBy(OutgoingEvent::topic, TreeMap::new, toList()))
                .values()
                .forEach(events -> {
                    var stages = publisher.publish(events);
                    for (var i = 0; i < events.size(); i++) {
                        expect(events.get(i), stages.get(i));
                    }
                });
    }

    private void expect(OutgoingEvent event, CompletionStage<PublishResult> stage) {
        lanes.sent(event);
        outcomes.expect(event, stage);
    }

    /** Settles what arrives within the given time. */
    void drain(Duration patience) throws SQLException {
        var end = System.nanoTime() + patience.toNanos();
        while (lanes.areBusy() && System.nanoTime() < end) {
            settle(outcomes.await(Duration.ofNanos(end - System.nanoTime())));
        }
    }

    /**
     * @return the events that may be sent now, because their predecessor has arrived
     */
    private List<OutgoingEvent> settle(List<Outcome> come) throws SQLException {
        if (!come.isEmpty()) {
            movedAt = System.nanoTime();
        }
        var ready = new ArrayList<OutgoingEvent>();
        var arrived = come.stream()
                .filter(outcome -> outcome.result() instanceof Published)
                .map(Outcome::event)
                .toList();
        if (!arrived.isEmpty()) {
            table.published(
                    session.connection(),
                    arrived.stream().map(OutgoingEvent::id).toList());
            arrived.forEach(event -> arrived(event).ifPresent(ready::add));
        }
        for (var outcome : come) {
            if (outcome.result() instanceof NotPublished result) {
                failed(outcome.event(), result);
            }
        }
        return ready;
    }

    private Optional<OutgoingEvent> arrived(OutgoingEvent event) {
        if (!shut.isEmpty()) {
            shut.clear();
            beginPass();
        }
        if (event.isRetry()) {
            // The events behind it in the table may go out now.
            outcomes.nudge();
        }
        return lanes.arrived(event);
    }

    private void failed(OutgoingEvent event, NotPublished result) throws SQLException {
        var othersGetThrough = lanes.arrivedSince(event) > 0;
        lanes.failed(event);
        if (!result.retriable()) {
            giveUp(event, result);
        } else if (othersGetThrough) {
            holdBack(event, result);
        } else {
            shut.put(event.topic(), result.reason());
            // Behind many events of this topic there may be events for other topics.
            beginPass();
        }
    }

    private void giveUp(OutgoingEvent event, NotPublished result) throws SQLException {
        try {
            session.inTransaction(connection -> {
                unsendable.add(connection, event, result.reason());
                table.parked(connection, event, result.reason());
            });
            LOG.log(
                    Level.WARNING,
                    "Event {0} of {1} can never be sent and is a dead letter now: {2}",
                    Long.toString(event.id()),
                    event.aggregateId(),
                    result.reason());
        } catch (RuntimeException | SQLException e) {
            LOG.log(Level.WARNING, () -> "Event " + event.id() + " could not be made a dead letter", e);
            holdBack(event, result);
        }
    }

    private void holdBack(OutgoingEvent event, NotPublished result) throws SQLException {
        var delay = SCHEDULE.delay(event.attempts() + 1, RandomGenerator.getDefault());
        // A partition without a leader fails many events, so only the first attempt of each is a warning.
        LOG.log(
                event.isRetry() ? Level.DEBUG : Level.WARNING,
                "Event {0} of {1} was not published, next attempt in {2}: {3}",
                Long.toString(event.id()),
                event.aggregateId(),
                delay,
                result.reason());
        table.heldBack(session.connection(), event, result.reason(), delay);
    }
}
