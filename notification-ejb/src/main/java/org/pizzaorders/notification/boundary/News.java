package org.pizzaorders.notification.boundary;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.pizzaorders.messaging.EventReader;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.notification.control.Announcements;
import org.pizzaorders.notification.control.Arrival;
import org.pizzaorders.notification.control.NotificationMessaging;
import org.pizzaorders.notification.delivery.ChannelWakeUp;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.payment.api.PaymentEvent;
import org.pizzaorders.shared.Service;

/** Makes notifications of order and payment events, both new ones from the topic and redriven ones. */
@ApplicationScoped
public class News implements EventReader {

    /** Also the consumer group. */
    static final String CONSUMER = "notifications";

    @EJB
    NotificationMessaging messaging;

    @EJB
    ChannelWakeUp worker;

    @Inject
    Announcements announcements;

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
        worker.wakeAfterCommit(announcements.announce(arrivals(events)));
    }

    /** The events that were not taken before. */
    private List<Arrival> arrivals(List<IncomingEvent> events) {
        var arrivals = new ArrayList<Arrival>();
        var inbox = messaging.inbox();
        if (events.get(0).topic().equals(Service.ORDERS.topic())) {
            inbox.receive(CONSUMER, OrderEvent.class, events, event -> arrivals.add(Arrival.ofOrder(event)));
        } else {
            inbox.receive(CONSUMER, PaymentEvent.class, events, event -> arrivals.add(Arrival.ofPayment(event)));
        }
        return arrivals;
    }
}
