package org.pizzaorders.payment.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.KafkaRecordListener;
import org.pizzaorders.messaging.IncomingEvent;
import org.pizzaorders.order.api.OrderEvent;
import org.pizzaorders.payment.control.OrderFollower;
import org.pizzaorders.payment.control.PaymentMessaging;

/**
 * Hears what becomes of orders. A batch is one transaction: inbox, payments, refunds. What is to be asked of the provider
 * only falls due here; after the commit the workers see to it.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "topics", propertyValue = "order-events"),
            @ActivationConfigProperty(propertyName = "groupId", propertyValue = "payments"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2"),
            @ActivationConfigProperty(propertyName = "maxBatchSize", propertyValue = "100"),
            @ActivationConfigProperty(propertyName = "autoOffsetReset", propertyValue = "earliest"),
            @ActivationConfigProperty(propertyName = "transactionTimeout", propertyValue = "PT30S")
        })
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class OrderEventsConsumer implements KafkaRecordListener {

    private static final String CONSUMER = "payments";

    @Inject
    PaymentMessaging messaging;

    @Inject
    OrderFollower orders;

    @Inject
    PaymentWorker payments;

    @Inject
    RefundWorker refunds;

    @Override
    public void onRecords(List<ConsumedRecord> records) {
        var events = records.stream()
                .map(each -> new IncomingEvent(each::header, each.value()))
                .toList();
        messaging.inbox().receive(CONSUMER, OrderEvent.class, events, envelope -> orders.follow(envelope.event()));
        payments.wakeAfterCommit();
        refunds.wakeAfterCommit();
    }
}
