package org.pizzaorders.order.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pizzaorders.messaging.OperationsDesk;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.operations.api.ServiceOperations;
import org.pizzaorders.order.api.Orders;
import org.pizzaorders.order.control.OrderMessaging;
import org.pizzaorders.shared.Service;

/** The operators' view of the order service. */
@Stateless
@Local(ServiceOperations.class)
public class OrderOperations extends OperationsDesk {

    @Inject
    OrderMessaging messaging;

    @Inject
    OrderRedriveWorker worker;

    @EJB
    Orders orders;

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

    /**
     * False until menu events have filled the price list, because until then every pizza would be refused as unknown.
     */
    @Override
    protected boolean serves() {
        return orders.takesOrders();
    }
}
