package org.pizzaorders.order.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.resource.cci.MessageListener;
import org.pizzaorders.messaging.EventConsumer;
import org.pizzaorders.messaging.EventReader;

/** Consumes payment events. A batch is one transaction; an event that was delivered before is skipped. */
@MessageDriven(
        messageListenerInterface = MessageListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "topics", propertyValue = "payment-events"),
            @ActivationConfigProperty(propertyName = "groupId", propertyValue = "orders"),
            @ActivationConfigProperty(propertyName = "autoOffsetReset", propertyValue = "earliest"),
            @ActivationConfigProperty(propertyName = "consumers", propertyValue = "2"),
            @ActivationConfigProperty(propertyName = "maxBatchSize", propertyValue = "100"),
            @ActivationConfigProperty(propertyName = "transactionTimeout", propertyValue = "PT30S")
        })
public class PaymentEventsConsumer extends EventConsumer {

    @Override
    protected EventReader reader() {
        return CDI.current().select(PaymentNews.class).get();
    }
}
