package org.pizzaorders.kafka.inbound.batch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How many deliveries of one activation may be under way at a time, over all its consumers. Thread-safe. */
public final class DeliverySlots {

    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private int free;

    /** @param most negative: no bound */
    public DeliverySlots(int most) {
        this.free = most < 0 ? Integer.MAX_VALUE : most;
    }

    /**
     * @param whenFree called once, by any thread, if there was none and there may be one now
     * @return whether there was one, which is to be given back
     */
    synchronized boolean take(Runnable whenFree) {
        if (free == 0) {
            waiting.add(whenFree);
            return false;
        }
        free--;
        return true;
    }

    void giveBack() {
        freed().forEach(Runnable::run);
    }

    private synchronized List<Runnable> freed() {
        free++;
        List<Runnable> woken = List.copyOf(waiting);
        waiting.clear();
        return woken;
    }
}
