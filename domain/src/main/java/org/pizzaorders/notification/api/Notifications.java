package org.pizzaorders.notification.api;

import java.util.UUID;
import org.pizzaorders.shared.Page;

/** Messages to customers. No call waits for a channel: a worker makes the deliveries, outside any transaction. */
public interface Notifications {

    /**
     * Accepts a message; the worker sends it at once. One transaction.
     *
     * @throws org.pizzaorders.shared.InvalidInput if a field is wrong, the template is unknown, or the recipient has no
     *     address on a channel asked for
     */
    NotificationView send(SendNotification notification);

    /**
     * @throws NotificationNotFound if no notification has that id
     */
    NotificationView notification(UUID id);

    /** Newest first. */
    Page<NotificationView> list(NotificationQuery query);
}
