package org.pizzaorders.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import org.pizzaorders.database.LaterClock;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.shared.Service;

/** The clock for everything that this service stores. */
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
