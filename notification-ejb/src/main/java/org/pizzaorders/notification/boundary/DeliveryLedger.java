package org.pizzaorders.notification.boundary;

import java.util.List;
import java.util.UUID;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Outcome;

/** Where the worker reads what to deliver, and writes what became of it. */
interface DeliveryLedger {

    /** What is still to be delivered of these. */
    List<Dispatch> pending(List<UUID> ids);

    /** Records an attempt. */
    void record(Dispatch dispatch, Outcome outcome);
}
