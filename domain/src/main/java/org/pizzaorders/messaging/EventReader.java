package org.pizzaorders.messaging;

import java.util.List;
import org.pizzaorders.messaging.inbox.IncomingEvent;

/** What a service makes of the events of a topic, whichever way these come: fresh from the topic, or redriven. */
public interface EventReader {

    /** Stable name, under which the inbox remembers and dead letters wait. */
    String consumer();

    /** Within the transaction of this thread; all of one topic. */
    void receive(List<IncomingEvent> events);
}
