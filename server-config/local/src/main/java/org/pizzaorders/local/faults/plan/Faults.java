package org.pizzaorders.local.faults.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.pizzaorders.local.faults.plan.Fault.Kind;

/**
 * Draws the faults of a run: about one every ten seconds, and never one on a target that has not recovered from the last.
 * All servers may be down at the same time, also together with other targets. The result depends only on the random
 * numbers and the targets.
 */
final class Faults {

    private static final int FIRST_MILLIS = 5_000;
    private static final int SHORTEST_GAP_MILLIS = 5_000;
    private static final int LONGEST_GAP_MILLIS = 18_000;
    private static final int DRAWS = 20;

    private final RandomGenerator random;
    private final Set<Target> targets;
    private final Map<Target, Duration> busy = new EnumMap<>(Target.class);

    private Faults(RandomGenerator random, Set<Target> targets) {
        this.random = random;
        this.targets = EnumSet.copyOf(targets);
    }

    static List<Fault> of(RandomGenerator random, Duration duration, Set<Target> targets) {
        return new Faults(random, targets).draw(duration);
    }

    private List<Fault> draw(Duration duration) {
        List<Fault> faults = new ArrayList<>();
        Duration at = Duration.ofMillis(FIRST_MILLIS);
        while (at.compareTo(duration) < 0) {
            drawAt(at).ifPresent(faults::add);
            at = at.plusMillis(random.nextInt(SHORTEST_GAP_MILLIS, LONGEST_GAP_MILLIS));
        }
        return faults;
    }

    private Optional<Fault> drawAt(Duration at) {
        for (int draw = 0; draw < DRAWS; draw++) {
            Target target = target();
            if (busy.getOrDefault(target, Duration.ZERO).compareTo(at) <= 0) {
                Fault fault = fault(at, target);
                busy.put(target, fault.over());
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private Target target() {
        int drawn = random.nextInt(targets.stream().mapToInt(Target::weight).sum());
        for (Target target : targets) {
            drawn -= target.weight();
            if (drawn < 0) {
                return target;
            }
        }
        throw new IllegalStateException();
    }

    private Fault fault(Duration at, Target target) {
        int drawn = random.nextInt(100);
        if (drawn < 42) {
            return new Fault(at, target, Kind.KILL, Duration.ofMillis(random.nextInt(8_000)));
        }
        if (drawn < 78) {
            return new Fault(at, target, Kind.FREEZE, Duration.ofMillis(random.nextInt(3_000, 20_000)));
        }
        return new Fault(at, target, Kind.RESTART, Duration.ZERO);
    }
}
