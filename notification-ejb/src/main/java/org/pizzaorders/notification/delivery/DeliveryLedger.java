package org.pizzaorders.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Outcome;

/** Where the worker reads what to deliver, and writes what became of it. */
interface DeliveryLedger {

    /** What is still to be delivered of these. */
    List<Dispatch> pending(List<UUID> ids);

    /** Fails deliveries of the channel that are due and too old to be tried again. */
    void expire(Channel channel);

    /** What was claimed is not tried after all, and due again then; no attempt is spent. */
    void putBack(Dispatch dispatch, Instant due);

    /** Records an attempt. */
    void record(Dispatch dispatch, Outcome outcome);
}
