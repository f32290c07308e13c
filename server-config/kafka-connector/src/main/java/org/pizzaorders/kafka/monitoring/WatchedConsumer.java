package org.pizzaorders.kafka.monitoring;

import org.pizzaorders.kafka.api.ConsumerView;

/** An activation as operators see it. Safe for any thread; answers at once, but for {@link #stop}. */
public interface WatchedConsumer {

    String groupId();

    /** @param id under which the directory knows it */
    ConsumerView view(String id);

    void pause();

    void resume();

    /** Drains and leaves the group; the bean stays deployed. Without effect on one that is stopped. */
    void stop();

    /**
     * Joins the group again. Without effect on one that runs.
     *
     * @throws IllegalStateException if it cannot be
     */
    void start();
}
