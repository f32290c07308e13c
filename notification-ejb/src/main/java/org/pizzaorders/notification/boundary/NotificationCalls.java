package org.pizzaorders.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import javax.sql.DataSource;
import org.pizzaorders.idempotency.ServiceCalls;
import org.pizzaorders.idempotency.api.IdempotentCalls;
import org.pizzaorders.messaging.Service;

/** Messages that are sent under a key. */
@Stateless
@Local(IdempotentCalls.class)
public class NotificationCalls extends ServiceCalls {

    @Resource(lookup = "jdbc/notifications")
    DataSource dataSource;

    public NotificationCalls() {
        super(Service.NOTIFICATIONS);
    }

    @Override
    protected DataSource dataSource() {
        return dataSource;
    }
}
