package org.pizzaorders.payment.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.DeadLetterListener;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.payment.control.PaymentMessaging;

/**
 * Hears what becomes of orders. A batch is one transaction: inbox, payments, refunds. What is to be asked of the provider
 * only falls due here; after the commit the workers see to it.
 */
@MessageDriven(
        messageListenerInterface = DeadLetterListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "topics", propertyValue = "order-events"),
            @ActivationConfigProperty(propertyName = "groupId", propertyValue = "payments"),
            @ActivationConfigProperty(propertyName = "consumers", propertyValue = "2"),
            @ActivationConfigProperty(propertyName = "maxBatchSize", propertyValue = "100"),
            @ActivationConfigProperty(propertyName = "autoOffsetReset", propertyValue = "earliest"),
            @ActivationConfigProperty(propertyName = "transactionTimeout", propertyValue = "PT30S")
        })
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class OrderEventsConsumer implements DeadLetterListener {

    @Inject
    PaymentMessaging messaging;

    @Inject
    OrderNews news;

    @Override
    public void onRecords(List<ConsumedRecord> records) {
        Records.read(records, news::receive);
    }

    @Override
    public void onDeadLetter(FailedRecord failed) {
        messaging.deadLetters().take(OrderNews.CONSUMER, Records.event(failed.record()), Records.failure(failed));
    }
}
