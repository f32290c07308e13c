package org.pizzaorders.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import org.pizzaorders.messaging.LaterClock;
import org.pizzaorders.messaging.Service;
import org.pizzaorders.messaging.TimeOf;

/** What time it is for what this service stores. */
@Dependent
class NotificationTime {

    @Inject
    NotificationMessaging messaging;

    @Produces
    @TimeOf(Service.NOTIFICATIONS)
    Clock clock() {
        return new LaterClock(() -> messaging.databaseTime());
    }
}
