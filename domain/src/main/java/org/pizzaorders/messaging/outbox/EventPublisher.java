package org.pizzaorders.messaging.outbox;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The way out to the topics; each service brings one. */
@FunctionalInterface
public interface EventPublisher {

    /**
     * Hands all over, in the order given, and does not wait for the acknowledgements; handing over itself may block for a
     * few seconds. Each stage completes, on any thread, normally and in bounded time.
     *
     * @return one stage per event, in the order given
     * @throws RuntimeException if the way out is shut altogether: nothing was handed over
     */
    List<CompletionStage<PublishResult>> publish(List<OutgoingEvent> events);
}
