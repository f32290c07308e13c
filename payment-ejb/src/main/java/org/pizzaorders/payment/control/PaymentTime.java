package org.pizzaorders.payment.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import org.pizzaorders.database.LaterClock;
import org.pizzaorders.messaging.TimeOf;
import org.pizzaorders.shared.Service;

/** The clock for everything that this service stores. */
@Dependent
class PaymentTime {

    @Inject
    PaymentMessaging messaging;

    @Produces
    @TimeOf(Service.PAYMENTS)
    Clock clock() {
        return new LaterClock(() -> messaging.databaseTime());
    }
}
