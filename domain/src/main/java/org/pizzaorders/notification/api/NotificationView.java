package org.pizzaorders.notification.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message and what became of it on each channel.
 *
 * @param orderId null if it is about no order
 * @param subject as rendered; null while it could not be
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
     * @param error of the last attempt; null if it went well
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
