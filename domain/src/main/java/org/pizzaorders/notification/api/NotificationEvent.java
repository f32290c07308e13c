package org.pizzaorders.notification.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainEvent;

/** The events that notifications publish on {@code notification-events}. The key is the order, if there is one. */
public sealed interface NotificationEvent extends DomainEvent permits NotificationSent, NotificationFailed {

    UUID notificationId();

    /** Null if the event is not about an order. */
    UUID orderId();

    @Override
    default String aggregateId() {
        return notificationId().toString();
    }

    @Override
    default String partitionKey() {
        return orderId() == null ? aggregateId() : orderId().toString();
    }
}
