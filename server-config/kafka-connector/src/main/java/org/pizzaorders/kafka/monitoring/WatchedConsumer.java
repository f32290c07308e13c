package org.pizzaorders.kafka.monitoring;

import org.pizzaorders.kafka.api.ConsumerView;

/** An activation as operators see it. Safe for any thread; answers at once. */
public interface WatchedConsumer {

    String groupId();

    /** @param id under which the directory knows it */
    ConsumerView view(String id);

    void pause();

    void resume();
}
