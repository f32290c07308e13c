package org.pizzaorders.notification.api;

import java.util.UUID;
import org.pizzaorders.shared.DomainException;

/** There is no notification with that id. */
public class NotificationNotFound extends DomainException {

    public NotificationNotFound(UUID id) {
        super(Kind.NOT_FOUND, "NOTIFICATION_NOT_FOUND", "There is no notification " + id + ".");
    }
}
