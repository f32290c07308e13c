package org.pizzaorders.payment.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.pizzaorders.messaging.EventReader;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.messaging.inbox.EventEnvelope;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.payment.control.OrderFollower;
import org.pizzaorders.payment.control.PaymentMessaging;

/** Applies order events to payments, both new ones from the topic and redriven ones. */
@ApplicationScoped
public class OrderNews implements EventReader {

    static final String CONSUMER = "payments";

    @Inject
    PaymentMessaging messaging;

    @Inject
    OrderFollower orders;

    @Inject
    PaymentWorker payments;

    @Inject
    RefundWorker refunds;

    @Override
    public ServiceMessaging messaging() {
        return messaging;
    }

    @Override
    public String consumer() {
        return CONSUMER;
    }

    @Override
    public void receive(List<IncomingEvent> events) {
        var news = new ArrayList<EventEnvelope<OrderEvent>>();
        messaging.inbox().receive(CONSUMER, OrderEvent.class, events, news::add);
        orders.follow(news);
        payments.wakeAfterCommit();
        refunds.wakeAfterCommit();
    }
}
