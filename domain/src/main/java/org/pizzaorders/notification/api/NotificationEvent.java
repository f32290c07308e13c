package org.pizzaorders.notification.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainEvent;

/** What notifications tell on {@code notification-events}; keyed by the order where there is one. */
public sealed interface NotificationEvent extends DomainEvent permits NotificationSent, NotificationFailed {

    UUID notificationId();

    /** Null if it is about no order. */
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
