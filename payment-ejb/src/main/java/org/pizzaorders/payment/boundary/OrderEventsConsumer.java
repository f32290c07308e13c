package org.pizzaorders.payment.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.resource.cci.MessageListener;
import org.pizzaorders.messaging.EventConsumer;
import org.pizzaorders.messaging.EventReader;
import org.pizzaorders.messaging.ServiceMessaging;
import org.pizzaorders.payment.control.PaymentMessaging;

/**
 * Hears what becomes of orders. A batch is one transaction: inbox, payments, refunds. What is to be asked of the provider
 * only falls due here; after the commit the workers see to it.
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

    @Inject
    PaymentMessaging messaging;

    @Inject
    OrderNews news;

    @Override
    protected ServiceMessaging messaging() {
        return messaging;
    }

    @Override
    protected EventReader reader() {
        return news;
    }
}
