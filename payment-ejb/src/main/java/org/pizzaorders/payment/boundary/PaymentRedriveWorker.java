package org.pizzaorders.payment.boundary;

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
import org.pizzaorders.payment.control.PaymentMessaging;

/** Applies redriven events and those parked behind them. */
@Singleton
@Startup
@DependsOn("PaymentMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PaymentRedriveWorker extends RedriveWorker {

    @Inject
    PaymentMessaging messaging;

    @Inject
    OrderNews news;

    public PaymentRedriveWorker() {
        super(PaymentRedriveWorker.class);
    }

    @Override
    protected ServiceMessaging messaging() {
        return messaging;
    }

    @Override
    protected List<EventReader> readers() {
        return List.of(news);
    }
}
