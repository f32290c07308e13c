package org.pizzaorders.notification.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pizzaorders.messaging.OperationsDesk;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.notification.control.NotificationMessaging;
import org.pizzaorders.operations.api.ServiceOperations;
import org.pizzaorders.shared.Service;

/** The operators' view of the notification service. */
@Stateless
@Local(ServiceOperations.class)
public class NotificationOperations extends OperationsDesk {

    @Inject
    NotificationMessaging messaging;

    @Inject
    NotificationRedriveWorker worker;

    public NotificationOperations() {
        super(Service.NOTIFICATIONS);
    }

    @Override
    protected ServiceMessaging messaging() {
        return messaging;
    }

    @Override
    protected void wakeAfterCommit() {
        worker.wakeAfterCommit();
    }
}
