package org.pizzaorders.notification.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import javax.sql.DataSource;
import org.pizzaorders.idempotency.ServiceCalls;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.notification.control.NotificationMessaging;
import org.pizzaorders.shared.Service;

/** Sending messages with an idempotency key. */
@Stateless
@Local(IdempotentCalls.class)
public class NotificationCalls extends ServiceCalls {

    @EJB
    NotificationMessaging messaging;

    public NotificationCalls() {
        super(Service.NOTIFICATIONS);
    }

    @Override
    protected DataSource connections() {
        return messaging.connections();
    }
}
