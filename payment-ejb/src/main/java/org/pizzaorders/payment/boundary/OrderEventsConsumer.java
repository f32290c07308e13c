package org.pizzaorders.payment.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.resource.cci.MessageListener;
import org.pizzaorders.messaging.EventConsumer;
import org.pizzaorders.messaging.EventReader;

/**
 * Consumes order events. A batch is one transaction: inbox, payments, refunds. Calls to the provider only become due
 * here; the workers make them after the commit.
 */
@MessageDriven(
        messageListenerInterface = MessageListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "topics", propertyValue = "order-events"),
            @ActivationConfigProperty(propertyName = "groupId", propertyValue = "payments"),
            @ActivationConfigProperty(propertyName = "consumers", propertyValue = "2"),
            @ActivationConfigProperty(propertyName = "maxBatchSize", propertyValue = "100"),
            @ActivationConfigProperty(propertyName = "autoOffsetReset", propertyValue = "earliest"),
            @ActivationConfigProperty(propertyName = "transactionTimeout", propertyValue = "PT30S")
        })
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class OrderEventsConsumer extends EventConsumer {

    @Override
    protected EventReader reader() {
        return CDI.current().select(OrderNews.class).get();
    }
}
