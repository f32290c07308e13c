package org.pizzaorders.local.faults.plan;

import java.time.Duration;

/**
 * How far a run has come, for all that takes part in it. Once it is over no faults happen and customers begin nothing
 * new; what they have begun they still insist on for a while after everything has been healed. Thread-safe.
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

    /** Whether even patient customers have gone home. */
    public boolean isClosed() {
        Stopwatch healed = sinceHealed;
        return healed != null && healed.elapsed().compareTo(PATIENCE) > 0;
    }
}
