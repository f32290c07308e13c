package org.pizzaorders.notification.api;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A message that staff send by hand.
 *
 * @param orderId what it is about; null for no order
 * @param template name of a template
 * @param data values for the template, beside those of the order
 */
public record SendNotification(
        UUID orderId, Recipient recipient, Set<Channel> channels, String template, Map<String, Object> data) {

    public SendNotification {
        channels = Set.copyOf(channels);
        data = Map.copyOf(data);
    }

    @Override
    public String toString() {
        return "SendNotification[template=" + template + ", channels=" + channels + "]";
    }
}
