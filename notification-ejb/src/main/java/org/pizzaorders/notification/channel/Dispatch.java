package org.pizzaorders.notification.channel;

import java.util.Map;
import java.util.UUID;
import org.pizzaorders.notification.api.Channel;

/**
 * A message that a channel must deliver.
 *
 * @param deliveryId is sent as the key by which the receiver recognises a repeated message
 * @param orderId null if it is not about an order
 * @param version version of the delivery when it was claimed; a greater one means that another instance has it
 * @param attempts made so far
 * @param subject null if there is none
 * @param html null if there is only plain text
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
