package org.pizzaorders.messaging;

import java.util.List;
import org.pizzaorders.messaging.inbox.IncomingEvent;

/** Applies the events of a topic in one service, both new ones from the topic and redriven ones. */
public interface EventReader {

    /** Of the service that reads them. */
    ServiceMessaging messaging();

    /** Stable name that the inbox and the dead letters use. */
    String consumer();

    /** Runs in the transaction of this thread; all events are of one topic. */
    void receive(List<IncomingEvent> events);

    /** The same; all events that follow from these are written to the outbox together. */
    default void receiveTogether(List<IncomingEvent> events) {
        messaging().outbox().inOneStatement(() -> receive(events));
    }
}
