package org.pizzaorders.messaging;

import java.util.List;

/** The way out to the topics; each service brings one. */
@FunctionalInterface
public interface EventPublisher {

    /**
     * Publishes all and waits until each is acknowledged or has failed.
     *
     * @return one result per event, in the order given
     * @throws RuntimeException if the way out is shut altogether: nothing is known to be published
     */
    List<PublishResult> publish(List<OutgoingEvent> events);
}
