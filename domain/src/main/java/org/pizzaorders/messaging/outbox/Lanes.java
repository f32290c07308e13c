package org.pizzaorders.messaging.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events that a relay has in memory, in one lane for each aggregate. The first event of a lane is in flight, the
 * others wait until it has arrived. So no event can overtake an earlier one of its aggregate, even if that one fails.
 * Not thread-safe.
 */
final class Lanes {

    private final int longest;
    private final Map<String, Deque<OutgoingEvent>> lanes = new HashMap<>();

    /** The events in flight, in the order of sending: their id, and how many events had arrived when they were sent. */
    private final Map<Long, Long> onTheirWay = new LinkedHashMap<>();

    /** Ids of all events here. */
    private final Set<Long> ids = new HashSet<>();

    /** Aggregates with an event that found no room. Later events of them must not enter before it. */
    private final Set<String> overfull = new HashSet<>();

    private long arrived;
    private int retries;

    /**
     * @param longest how many events of one aggregate may be in memory
     */
    Lanes(int longest) {
        this.longest = longest;
    }

    /** Starts a pass over the table, which shows the left-out events again. */
    void beginPass() {
        overfull.clear();
    }

    /**
     * @return the events that may be sent now: the first of each lane
     */
    List<OutgoingEvent> add(List<OutgoingEvent> page) {
        var first = new ArrayList<OutgoingEvent>();
        for (var event : page) {
            if (add(event)) {
                first.add(event);
            }
        }
        return first;
    }

    private boolean add(OutgoingEvent event) {
        var lane = lanes.computeIfAbsent(event.aggregateId(), aggregate -> new ArrayDeque<>());
        if (lane.size() >= longest || overfull.contains(event.aggregateId())) {
            overfull.add(event.aggregateId());
            return false;
        }
        lane.add(event);
        ids.add(event.id());
        if (event.isRetry()) {
            retries++;
        }
        return lane.size() == 1;
    }

    void sent(OutgoingEvent event) {
        onTheirWay.put(event.id(), arrived);
    }

    /**
     * @return the next event of the aggregate, which may be sent now
     */
    Optional<OutgoingEvent> arrived(OutgoingEvent event) {
        arrived++;
        var lane = lanes.get(event.aggregateId());
        forget(lane.remove());
        if (lane.isEmpty()) {
            lanes.remove(event.aggregateId());
        }
        return Optional.ofNullable(lane.peek());
    }

    /** Forgets the event and the events behind it: they are in the table. */
    void failed(OutgoingEvent event) {
        lanes.remove(event.aggregateId()).forEach(this::forget);
    }

    private void forget(OutgoingEvent event) {
        ids.remove(event.id());
        onTheirWay.remove(event.id());
        if (event.isRetry()) {
            retries--;
        }
    }

    /** How many events have arrived since this one was sent; zero if nothing gets through. */
    long arrivedSince(OutgoingEvent event) {
        return arrived - onTheirWay.get(event.id());
    }

    /** How many events in flight were overtaken by more than this number: something blocks only these. */
    int stuck(long overtakenBy) {
        var stuck = 0;
        for (var before : onTheirWay.values()) {
            if (arrived - before <= overtakenBy) {
                break;
            }
            stuck++;
        }
        return stuck;
    }

    Collection<Long> ids() {
        return ids;
    }

    int size() {
        return ids.size();
    }

    int retries() {
        return retries;
    }

    /** Whether any event is in flight. */
    boolean areBusy() {
        return !onTheirWay.isEmpty();
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    Collection<String> overfull() {
        return overfull;
    }
}
