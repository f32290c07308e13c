package org.pizzaorders.order.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pizzaorders.messaging.OperationsDesk;
import org.pizzaorders.messaging.Service;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.operations.api.ServiceOperations;
import org.pizzaorders.order.control.OrderMessaging;

/** The order service, as its operators see it. */
@Stateless
@Local(ServiceOperations.class)
public class OrderOperations extends OperationsDesk {

    @Inject
    OrderMessaging messaging;

    @Inject
    OrderRedriveWorker worker;

    public OrderOperations() {
        super(Service.ORDERS);
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
