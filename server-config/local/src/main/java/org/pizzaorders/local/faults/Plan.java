package org.pizzaorders.local.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What happens in a run and when: all of it follows from the seed, the duration and the rate. */
record Plan(long seed, Duration duration, List<Fault> faults, List<PlannedOrder> orders) {

    static Plan of(long seed, Duration duration, double ordersPerSecond) {
        // Two sequences, so that more orders do not mean other faults.
        return new Plan(
                seed,
                duration,
                Faults.of(new Random(seed), duration),
                Load.of(new Random(~seed), duration, ordersPerSecond));
    }
}
