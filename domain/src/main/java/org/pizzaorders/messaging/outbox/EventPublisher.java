package org.pizzaorders.messaging.outbox;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Sends events to the topics. */
@FunctionalInterface
public interface EventPublisher {

    /**
     * Sends all events in the given order and does not wait for the acknowledgements. The call itself may block for a
     * few seconds. Each stage completes normally, in bounded time, on any thread.
     *
     * @return one stage per event, in the same order
     * @throws RuntimeException if nothing can be sent at all; then no event was sent
     */
    List<CompletionStage<PublishResult>> publish(List<OutgoingEvent> events);
}
