package org.pizzaorders.kafka.inbound.batch;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Limits the running deliveries of one activation over all its consumers: a maximum in total, and one per partition. If
 * the drain of a consumer was too short, a delivery may still run; the next consumer of the partition waits for its
 * end. Thread-safe.
 */
public final class DeliverySlots {

    private final int most;
    private final Set<TopicPartition> taken = new HashSet<>();
    private final Set<Runnable> waiting = new LinkedHashSet<>();

    /**
     * @param most negative: no limit
     */
    public DeliverySlots(int most) {
        this.most = most < 0 ? Integer.MAX_VALUE : most;
    }

    /**
     * @param whenFree called once, by any thread, if there is no slot now but may be one later
     * @return whether there was a slot; the caller must give it back
     */
    synchronized boolean take(TopicPartition partition, Runnable whenFree) {
        if (taken.size() < most && taken.add(partition)) {
            return true;
        }
        waiting.add(whenFree);
        return false;
    }

    void giveBack(TopicPartition partition) {
        freed(partition).forEach(Runnable::run);
    }

    private synchronized List<Runnable> freed(TopicPartition partition) {
        taken.remove(partition);
        List<Runnable> woken = List.copyOf(waiting);
        waiting.clear();
        return woken;
    }
}
