package org.pizzaorders.local.bench.lab;

import java.time.Duration;
import org.pizzaorders.local.faults.plan.Stopwatch;
import org.pizzaorders.local.part.LocalRunException;

/** The time that a whole run may take. */
public final class Budget {

    private final Duration whole;
    private final Stopwatch clock = new Stopwatch();

    public Budget(Duration whole) {
        this.whole = whole;
    }

    public Duration used() {
        return clock.elapsed();
    }

    /** The wanted time, or what is left of the run if that is less. */
    public Duration atMost(Duration wanted) {
        Duration left = left();
        return left.compareTo(wanted) < 0 ? left : wanted;
    }

    /** Refuses a measurement for which the time does not suffice. */
    public void require(Duration needed) {
        if (left().compareTo(needed) < 0) {
            throw new LocalRunException("The time of the run is over: " + needed.toSeconds() + " s are needed, "
                    + left().toSeconds() + " s are left");
        }
    }

    private Duration left() {
        Duration left = whole.minus(used());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
