package org.pizzaorders.local.faults.plan;

import java.time.Duration;

/**
 * One fault.
 *
 * @param at time since the run began
 * @param lasts how long the target stays frozen or dead; zero for an orderly restart
 */
public record Fault(Duration at, Target target, Kind kind, Duration lasts) {

    public enum Kind {
        /** SIGKILL, and a start some time later. */
        KILL,
        /** SIGSTOP to all its processes, and SIGCONT some time later. */
        FREEZE,
        /** An orderly stop, and a start. */
        RESTART
    }

    /** Roughly when the target is usable again. No other fault hits it before. */
    Duration over() {
        return kind == Kind.FREEZE
                ? at.plus(lasts).plusSeconds(2)
                : at.plus(lasts).plus(target.recovery());
    }

    @Override
    public String toString() {
        String action = kind + " " + target;
        return lasts.isZero() ? action : action + " for " + lasts.toMillis() / 1000.0 + " s";
    }
}
