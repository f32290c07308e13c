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
 * The events that a relay has in memory, in one lane for each aggregate: the first of a lane is on its way, the others
 * wait until it has arrived. So no event can overtake an earlier one of its aggregate, whatever becomes of that one. Not
 * thread-safe.
 */
final class Lanes {

    private final int longest;
    private final Map<String, Deque<OutgoingEvent>> lanes = new HashMap<>();

    /** What is on its way, the first sent first: id, and how many had arrived by then. */
    private final Map<Long, Long> onTheirWay = new LinkedHashMap<>();

    /** Ids of all events here. */
    private final Set<Long> ids = new HashSet<>();

    /** Aggregates of which an event was left out: later ones must not be let in before it. */
    private final Set<String> overfull = new HashSet<>();

    private long arrived;
    private int retries;

    /** @param longest how many events of one aggregate are kept */
    Lanes(int longest) {
        this.longest = longest;
    }

    /** What was left out may come by again. */
    void beginPass() {
        overfull.clear();
    }

    /** @return those that may go out now: the first of their lane */
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

    /** @return the next of its aggregate, which may go out now */
    Optional<OutgoingEvent> arrived(OutgoingEvent event) {
        arrived++;
        var lane = lanes.get(event.aggregateId());
        forget(lane.remove());
        if (lane.isEmpty()) {
            lanes.remove(event.aggregateId());
        }
        return Optional.ofNullable(lane.peek());
    }

    /** Forgets the event and what waits behind it: they are in the table. */
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

    /** How many have arrived since this one was sent: none, if nothing gets through. */
    long arrivedSince(OutgoingEvent event) {
        return arrived - onTheirWay.get(event.id());
    }

    /** How many are on their way while more than so many have arrived: something keeps just these. */
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

    /** Whether anything is on its way. */
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
