package org.pizzaorders.notification.sending;

import java.util.Collection;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.Handled;

/** The worker records here what became of deliveries. Each call is a transaction. */
public interface DeliveryLedger {

    /** Fails due deliveries of the channel that are too old for another attempt. */
    void expire(Channel channel);

    /** Records attempts, and puts back what was not tried: all of them or, if it throws, none. */
    void record(Collection<Handled> handled);
}
