package org.pizzaorders.order.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pizzaorders.messaging.EventReader;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.messaging.inbox.EventEnvelope;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.order.control.OrderMessaging;
import org.pizzaorders.order.control.OrderStore;
import org.pizzaorders.order.control.PaymentDeadlines;
import org.pizzaorders.order.control.PaymentOutcomes;
import org.pizzaorders.order.entity.Order;
import org.pizzaorders.payment.api.PaymentCompleted;
import org.pizzaorders.payment.api.PaymentEvent;
import org.pizzaorders.payment.api.PaymentExpired;
import org.pizzaorders.payment.api.PaymentFailed;

/** Applies payment events to orders, both new ones from the topic and redriven ones. */
@ApplicationScoped
public class PaymentNews implements EventReader {

    static final String CONSUMER = "orders";

    @Inject
    OrderMessaging messaging;

    @Inject
    OrderStore orders;

    @Inject
    PaymentOutcomes outcomes;

    @Inject
    PaymentDeadlines deadlines;

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
        var news = new ArrayList<EventEnvelope<PaymentEvent>>();
        messaging.inbox().receive(CONSUMER, PaymentEvent.class, events, news::add);
        var affected =
                orders.lock(news.stream().map(each -> each.event().orderId()).toList());
        for (var each : news) {
            try (var bound = each.context().bind()) {
                Optional.ofNullable(affected.get(each.event().orderId()))
                        .ifPresent(order -> apply(each.event(), order));
            }
        }
        orders.write();
    }

    /** A refund changes nothing here: the order was cancelled before. */
    private void apply(PaymentEvent event, Order order) {
        if (event instanceof PaymentCompleted completed) {
            outcomes.completed(order, completed);
        } else if (event instanceof PaymentFailed) {
            outcomes.failed(order);
        } else if (event instanceof PaymentExpired) {
            deadlines.expire(order);
        }
    }
}
