package org.pizzaorders.messaging.inbox;

import java.util.Collection;
import java.util.Set;

/** Knows which queues wait behind an event that could not be applied, and stores the waiting events. */
public interface HeldQueues {

    /** The queues of these events that are held. They are locked until the transaction of this thread ends. */
    Set<EventQueue> held(String consumer, Collection<IncomingEvent> events);

    /** Stores the event until its queue resumes, in the transaction of this thread. */
    void park(String consumer, IncomingEvent event);
}
