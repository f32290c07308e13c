package org.pizzaorders.messaging.inbox;

import java.util.Collection;
import java.util.Set;

/** Which queues stand still behind an event that could not be applied, and where the events behind it wait. */
public interface HeldQueues {

    /** Those among the queues of the events that stand still; they are locked until the transaction of this thread ends. */
    Set<EventQueue> held(String consumer, Collection<IncomingEvent> events);

    /** Keeps the event until its queue goes on, in the transaction of this thread. */
    void park(String consumer, IncomingEvent event);
}
