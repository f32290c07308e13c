package org.pizzaorders.kafka.inbound.offset;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import org.pizzaorders.kafka.inbound.failure.Causes;
import org.pizzaorders.kafka.monitoring.ActivationCounters;

/**
 * Reports when offsets cannot be committed for some time, because the broker refuses them or does not answer.
 * Deliveries go on meanwhile, and the next owner of the partition begins at the last commit. Only for the poll thread.
 */
final class CommitWatch {

    private static final System.Logger LOG = System.getLogger(CommitWatch.class.getName());

    /** Longer than a rebalance or the start of a broker. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final ActivationCounters counters;
    private boolean waiting;
    private boolean told;
    private long since;
    private String reason;

    CommitWatch(ActivationCounters counters) {
        this.counters = counters;
    }

    /** A commit was sent to the broker. */
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

    /** All commits are confirmed, or their partitions belong to another member now. */
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
