package org.pizzaorders.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Outcome;

/** The worker reads pending deliveries here and records their outcomes. */
interface DeliveryLedger {

    /** Those of the deliveries that are still pending. */
    List<Dispatch> pending(List<UUID> ids);

    /** Fails due deliveries of the channel that are too old for another attempt. */
    void expire(Channel channel);

    /** Puts a claimed delivery back without an attempt; it is due again after the pause. */
    void putBack(Dispatch dispatch, Duration pause);

    /** Records an attempt. */
    void record(Dispatch dispatch, Outcome outcome);
}
