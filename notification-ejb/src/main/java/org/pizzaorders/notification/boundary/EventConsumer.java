package org.pizzaorders.notification.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.DeadLetterListener;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.notification.control.NotificationMessaging;

/**
 * Hears what happens to orders and payments. One transaction takes a batch of one partition: inbox, notifications and
 * their deliveries; nothing remote. The deliveries begin as soon as it has committed.
 */
@MessageDriven(
        messageListenerInterface = DeadLetterListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "topics", propertyValue = "order-events,payment-events"),
            @ActivationConfigProperty(propertyName = "groupId", propertyValue = News.CONSUMER),
            @ActivationConfigProperty(propertyName = "maxBatchSize", propertyValue = "100"),
            @ActivationConfigProperty(propertyName = "transactionTimeout", propertyValue = "PT30S")
        })
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class EventConsumer implements DeadLetterListener {

    @EJB
    NotificationMessaging messaging;

    @Inject
    News news;

    @Override
    public void onRecords(List<ConsumedRecord> records) {
        Records.read(records, news::receive);
    }

    @Override
    public void onDeadLetter(FailedRecord failed) {
        messaging.deadLetters().take(News.CONSUMER, Records.event(failed.record()), Records.failure(failed));
    }
}
