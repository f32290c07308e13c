package org.pizzaorders.order.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.DeadLetterListener;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.order.control.OrderMessaging;

/** Keeps the price list in step with the menu. A batch is one transaction; an event delivered again is passed over. */
@MessageDriven(
        messageListenerInterface = DeadLetterListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "topics", propertyValue = "menu-events"),
            @ActivationConfigProperty(propertyName = "groupId", propertyValue = "orders-menu"),
            @ActivationConfigProperty(propertyName = "autoOffsetReset", propertyValue = "earliest"),
            @ActivationConfigProperty(propertyName = "consumers", propertyValue = "1"),
            @ActivationConfigProperty(propertyName = "maxBatchSize", propertyValue = "100"),
            @ActivationConfigProperty(propertyName = "transactionTimeout", propertyValue = "PT30S")
        })
public class MenuEventsConsumer implements DeadLetterListener {

    @Inject
    OrderMessaging messaging;

    @Inject
    MenuNews news;

    @Override
    public void onRecords(List<ConsumedRecord> records) {
        Records.read(records, news::receive);
    }

    @Override
    public void onDeadLetter(FailedRecord failed) {
        messaging.deadLetters().take(MenuNews.CONSUMER, Records.event(failed.record()), Records.failure(failed));
    }
}
