package org.pizzaorders.notification.delivery;

import java.time.Duration;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.DeliveryChannel;
import org.pizzaorders.notification.channel.GatewayChannel;

/** A worker whose channel sends through the gateway. */
public abstract class GatewayWorker extends ChannelWorker {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    protected GatewayWorker(Channel channel) {
        super(channel);
    }

    @Override
    protected DeliveryChannel way() {
        return new GatewayChannel(settings.gateway(), CONNECT_TIMEOUT, ANSWER_TIMEOUT, threads, clock);
    }
}
