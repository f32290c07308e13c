package org.pizzaorders.notification.api;

import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.shared.PageRequest;

/**
 * @param orderId empty for all orders
 */
public record NotificationQuery(Optional<UUID> orderId, PageRequest page) {

    /** The kind of cursor that this list takes. */
    public static final String CURSOR = "notifications";
}
