package org.pizzaorders.local.faults.plan;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What happens in a run, and when. All of it follows from the seed, the duration, the rate and the targets. */
public record Plan(long seed, Duration duration, List<Fault> faults, List<PlannedOrder> orders) {

    public static Plan of(long seed, Duration duration, double ordersPerSecond, Set<Target> targets) {
        // Two sequences, so that another number of orders does not change the faults.
        return new Plan(
                seed,
                duration,
                Faults.of(new Random(seed), duration, targets),
                Load.of(new Random(~seed), duration, ordersPerSecond));
    }
}
