package org.pizzaorders.notification.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.KafkaRecordListener;
import org.pizzaorders.messaging.IncomingEvent;
import org.pizzaorders.messaging.Service;
import org.pizzaorders.notification.control.Announcements;
import org.pizzaorders.notification.control.Arrival;
import org.pizzaorders.notification.control.NotificationMessaging;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.payment.api.PaymentEvent;

/**
 * Hears what happens to orders and payments. One transaction takes a batch of one partition: inbox, notifications and
 * their deliveries; nothing remote. The deliveries begin as soon as it has committed.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "topics", propertyValue = "order-events,payment-events"),
            @ActivationConfigProperty(propertyName = "groupId", propertyValue = EventConsumer.GROUP),
            @ActivationConfigProperty(propertyName = "maxBatchSize", propertyValue = "100"),
            @ActivationConfigProperty(propertyName = "transactionTimeout", propertyValue = "PT30S")
        })
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class EventConsumer implements KafkaRecordListener {

    /** Also the name under which the inbox remembers. */
    static final String GROUP = "notifications";

    @EJB
    NotificationMessaging messaging;

    @EJB
    DeliveryWorker worker;

    @Inject
    Announcements announcements;

    @Override
    public void onRecords(List<ConsumedRecord> records) {
        var incoming = records.stream()
                .map(record -> new IncomingEvent(record::header, record.value()))
                .toList();
        announcements.announce(arrivals(records.get(0).topic(), incoming));
        worker.wakeAfterCommit();
    }

    /** Those not seen before. */
    private List<Arrival> arrivals(String topic, List<IncomingEvent> incoming) {
        var arrivals = new ArrayList<Arrival>();
        var inbox = messaging.inbox();
        if (topic.equals(Service.ORDERS.topic())) {
            inbox.receive(GROUP, OrderEvent.class, incoming, event -> arrivals.add(Arrival.ofOrder(event)));
        } else {
            inbox.receive(GROUP, PaymentEvent.class, incoming, event -> arrivals.add(Arrival.ofPayment(event)));
        }
        return arrivals;
    }
}
