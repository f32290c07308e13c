package org.pizzaorders.notification.channel;

import org.pizzaorders.notification.api.Channel;

/** Which way each channel goes. */
public record DeliveryChannels(DeliveryChannel email, DeliveryChannel gateway) {

    public DeliveryChannel of(Channel channel) {
        return channel == Channel.EMAIL ? email : gateway;
    }
}
