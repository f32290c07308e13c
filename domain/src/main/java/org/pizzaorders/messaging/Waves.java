package org.pizzaorders.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Parts a batch into waves with at most one event of each aggregate: a wave may go out at once, and the next one after
 * it, so that no event overtakes an earlier one of its aggregate that fails. A batch of different aggregates is one
 * wave.
 */
final class Waves {

    private Waves() {}

    static List<List<OutgoingEvent>> of(List<OutgoingEvent> batch) {
        var seen = new HashMap<String, Integer>();
        var waves = new ArrayList<List<OutgoingEvent>>();
        for (var event : batch) {
            var wave = seen.merge(event.aggregateId(), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(event);
        }
        return waves;
    }
}
