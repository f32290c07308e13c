package org.pizzaorders.notification.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.resource.cci.MessageListener;
import org.pizzaorders.messaging.EventConsumer;
import org.pizzaorders.messaging.EventReader;

/**
 * Consumes order and payment events. A batch of one partition is one transaction: inbox, notifications and their
 * deliveries, but no remote calls. The deliveries start after the commit.
 */
@MessageDriven(
        messageListenerInterface = MessageListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "topics", propertyValue = "order-events,payment-events"),
            @ActivationConfigProperty(propertyName = "groupId", propertyValue = News.CONSUMER),
            @ActivationConfigProperty(propertyName = "maxBatchSize", propertyValue = "100"),
            @ActivationConfigProperty(propertyName = "transactionTimeout", propertyValue = "PT30S")
        })
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class NewsConsumer extends EventConsumer {

    @Override
    protected EventReader reader() {
        return CDI.current().select(News.class).get();
    }
}
