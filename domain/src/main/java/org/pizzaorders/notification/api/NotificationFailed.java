package org.pizzaorders.notification.api;

import java.util.List;
import java.util.UUID;

/**
 * At least one delivery of the notification was given up.
 *
 * @param channels those the channels that failed
 */
public record NotificationFailed(UUID notificationId, UUID orderId, String template, List<Channel> channels)
        implements NotificationEvent {

    public NotificationFailed {
        channels = List.copyOf(channels);
    }
}
