package org.pizzaorders.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pizzaorders.messaging.Redrive;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.payment.control.PaymentMessaging;

/** Hands order events over again that were given up. */
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
    protected Map<String, Consumer<List<IncomingEvent>>> consumers() {
        return Map.of(OrderNews.CONSUMER, news::receive);
    }
}
