package org.pizzaorders.notification.api;

import java.util.UUID;
import org.pizzaorders.shared.Page;

/** Messages to customers. No call waits for a channel: deliveries are made by a worker, outside any transaction. */
public interface Notifications {

    /**
     * Takes up a message; it goes out at once. One transaction.
     *
     * @throws org.pizzaorders.shared.InvalidInput if a field is wrong, the template is unknown, or the recipient has no
     *     address on a channel asked for
     */
    NotificationView send(SendNotification notification);

    /** @throws NotificationNotFound if there is none of that id */
    NotificationView notification(UUID id);

    /** Newest first. */
    Page<NotificationView> list(NotificationQuery query);
}
