package org.pizzaorders.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.messaging.EventReader;
import org.pizzaorders.messaging.Redrive;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.payment.control.PaymentMessaging;

/** Redrives order events that were given up. */
@Stateless
public class PaymentRedrive extends Redrive {

    @Inject
    PaymentMessaging messaging;

    @Inject
    OrderNews news;

    @Override
    protected ServiceMessaging messaging() {
        return messaging;
    }

    @Override
    protected List<EventReader> readers() {
        return List.of(news);
    }
}
