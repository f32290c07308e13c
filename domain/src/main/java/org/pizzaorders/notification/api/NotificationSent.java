package org.pizzaorders.notification.api;

import java.util.List;
import java.util.UUID;

/** Every delivery of the notification was handed to its channel. */
public record NotificationSent(UUID notificationId, UUID orderId, String template, List<Channel> channels)
        implements NotificationEvent {

    public NotificationSent {
        channels = List.copyOf(channels);
    }
}
