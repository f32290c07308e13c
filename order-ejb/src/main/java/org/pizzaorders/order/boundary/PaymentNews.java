package org.pizzaorders.order.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.messaging.EventReader;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.messaging.inbox.EventEnvelope;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.order.control.OrderMessaging;
import org.pizzaorders.order.control.PaymentDeadlines;
import org.pizzaorders.order.control.PaymentOutcomes;
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
        messaging.inbox().receive(CONSUMER, PaymentEvent.class, events, this::apply);
    }

    /** A refund changes nothing here: the order was cancelled before. */
    private void apply(EventEnvelope<PaymentEvent> envelope) {
        if (envelope.event() instanceof PaymentCompleted completed) {
            outcomes.completed(completed);
        } else if (envelope.event() instanceof PaymentFailed failed) {
            outcomes.failed(failed.orderId());
        } else if (envelope.event() instanceof PaymentExpired expired) {
            deadlines.expire(expired.orderId());
        }
    }
}
