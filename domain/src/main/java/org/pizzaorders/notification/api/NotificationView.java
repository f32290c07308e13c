package org.pizzaorders.notification.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message and its delivery on each channel.
 *
 * @param orderId null if it is not about an order
 * @param subject the rendered subject; null while it could not be rendered
 */
public record NotificationView(
        UUID id,
        UUID orderId,
        String template,
        String subject,
        String message,
        NotificationStatus status,
        List<Delivery> deliveries,
        Instant createdAt) {

    /**
     * One channel's delivery.
     *
     * @param recipient the address on that channel
     * @param attempts how often it was tried
     * @param error error of the last attempt; null if it succeeded
     * @param sentAt null while it was not sent
     */
    public record Delivery(
            Channel channel, String recipient, NotificationStatus status, int attempts, String error, Instant sentAt) {

        @Override
        public String toString() {
            return "Delivery[channel=" + channel + ", status=" + status + "]";
        }
    }

    @Override
    public String toString() {
        return "NotificationView[id=" + id + ", status=" + status + "]";
    }
}
