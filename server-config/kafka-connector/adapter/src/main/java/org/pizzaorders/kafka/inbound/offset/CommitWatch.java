package org.pizzaorders.kafka.inbound.offset;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import org.pizzaorders.kafka.inbound.failure.Causes;
import org.pizzaorders.kafka.monitoring.ActivationCounters;

/**
 * Shows it if offsets cannot be committed for a while, be it that the broker refuses them or that it does not answer.
 * Deliveries go on meanwhile, and whoever gets the partition next begins where the last commit was. For the poll thread only.
 */
final class CommitWatch {

    private static final System.Logger LOG = System.getLogger(CommitWatch.class.getName());

    /** A rebalance, or a broker that starts, takes less. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final ActivationCounters counters;
    private boolean waiting;
    private boolean told;
    private long since;
    private String reason;

    CommitWatch(ActivationCounters counters) {
        this.counters = counters;
    }

    /** Something is on its way to the broker. */
    void sent() {
        if (!waiting) {
            waiting = true;
            since = System.nanoTime();
            reason = "no answer to a commit of offsets";
        }
    }

    void failed(Exception failure) {
        reason = Causes.brief(failure);
        counters.uncommitted(this);
    }

    /** All that was sent is confirmed, or is another member's by now. */
    void over() {
        waiting = false;
        counters.committed(this);
        if (told) {
            told = false;
            counters.recovered(this);
            LOG.log(INFO, "Offsets are committed again");
        }
    }

    void look() {
        if (waiting && !told && System.nanoTime() - since > LONG.toNanos()) {
            told = true;
            counters.uncommitted(this);
            counters.degraded(this, reason);
            LOG.log(
                    WARNING,
                    "Offsets were not committed for {0}; what is delivered meanwhile would come again: {1}",
                    LONG,
                    reason);
        }
    }
}
