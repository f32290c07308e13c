package org.pizzaorders.notification.channel;

import java.util.Map;
import java.util.UUID;
import org.pizzaorders.notification.api.Channel;

/**
 * What a channel is to deliver.
 *
 * @param deliveryId goes out as the key by which a message that comes twice is recognised
 * @param orderId null if it is about no order
 * @param version of the delivery as it was claimed: once it has grown, somebody else has it
 * @param attempts made so far
 * @param subject null if there is none
 * @param html null if there is plain text only
 */
public record Dispatch(
        UUID deliveryId,
        UUID notificationId,
        UUID orderId,
        int version,
        int attempts,
        Channel channel,
        String address,
        String subject,
        String text,
        String html,
        Map<String, Object> data) {

    @Override
    public String toString() {
        return "Dispatch[deliveryId=" + deliveryId + ", channel=" + channel + "]";
    }
}
