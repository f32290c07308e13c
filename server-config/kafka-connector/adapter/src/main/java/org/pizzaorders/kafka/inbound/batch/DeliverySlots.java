package org.pizzaorders.kafka.inbound.batch;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * The deliveries of one activation that are under way, over all its consumers: so many at most, and one of a partition. A
 * consumer whose drain was too short leaves one behind, and the next one that gets the partition waits for its end. Thread-safe.
 */
public final class DeliverySlots {

    private final int most;
    private final Set<TopicPartition> taken = new HashSet<>();
    private final Set<Runnable> waiting = new LinkedHashSet<>();

    /** @param most negative: no bound */
    public DeliverySlots(int most) {
        this.most = most < 0 ? Integer.MAX_VALUE : most;
    }

    /**
     * @param whenFree called once, by any thread, if there is none now and there may be one later
     * @return whether there was one, which is to be given back
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
