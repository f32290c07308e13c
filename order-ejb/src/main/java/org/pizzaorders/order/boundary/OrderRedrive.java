package org.pizzaorders.order.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.messaging.EventReader;
import org.pizzaorders.messaging.Redrive;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.order.control.OrderMessaging;

/** Redrives menu and payment events that were given up. */
@Stateless
public class OrderRedrive extends Redrive {

    @Inject
    OrderMessaging messaging;

    @Inject
    MenuNews menu;

    @Inject
    PaymentNews payments;

    @Override
    protected ServiceMessaging messaging() {
        return messaging;
    }

    @Override
    protected List<EventReader> readers() {
        return List.of(menu, payments);
    }
}
