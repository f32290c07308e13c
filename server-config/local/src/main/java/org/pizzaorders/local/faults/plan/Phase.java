package org.pizzaorders.local.faults.plan;

import java.time.Duration;

/**
 * Says whether a run is still on, to everything that takes part in it. After its end no faults happen, and customers begin
 * nothing new. For a while after healing they still retry what they have begun. Thread-safe.
 */
public final class Phase {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private volatile boolean over;
    private volatile Stopwatch sinceHealed;

    public void end() {
        over = true;
    }

    public void healed() {
        sinceHealed = new Stopwatch();
    }

    public boolean isOver() {
        return over;
    }

    /** Whether customers must stop retrying. */
    public boolean isClosed() {
        Stopwatch healed = sinceHealed;
        return healed != null && healed.elapsed().compareTo(PATIENCE) > 0;
    }
}
