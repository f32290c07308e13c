package org.pizzaorders.order.boundary;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.messaging.EventReader;
import org.pizzaorders.messaging.RedriveWorker;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.order.control.OrderMessaging;

/** Applies redriven events and those parked behind them. */
@Singleton
@Startup
@DependsOn("OrderMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OrderRedriveWorker extends RedriveWorker {

    @Inject
    OrderMessaging messaging;

    @Inject
    MenuNews menu;

    @Inject
    PaymentNews payments;

    public OrderRedriveWorker() {
        super(OrderRedriveWorker.class);
    }

    @Override
    protected ServiceMessaging messaging() {
        return messaging;
    }

    @Override
    protected List<EventReader> readers() {
        return List.of(menu, payments);
    }
}
