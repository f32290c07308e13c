package org.pizzaorders.notification.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A message that staff send by hand, unchecked: fields that the client left out are null or empty, and {@link
 * Notifications#send} checks them.
 *
 * @param orderId the order it is about; null for none
 * @param recipient null for the customer of the order
 * @param template name of a template
 * @param data values for the template, in addition to those of the order
 */
public record SendNotification(
        UUID orderId, Recipient recipient, Set<Channel> channels, String template, Map<String, Object> data) {

    public SendNotification {
        channels = channels == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(channels));
        data = data == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    @Override
    public String toString() {
        return "SendNotification[template=" + template + ", channels=" + channels + "]";
    }
}
