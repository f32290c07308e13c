package org.pizzaorders.order.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.resource.cci.MessageListener;
import org.pizzaorders.messaging.EventConsumer;
import org.pizzaorders.messaging.EventReader;

/**
 * Keeps the price list in step with the menu. A batch is one transaction; an event that was delivered before is
 * skipped.
 */
@MessageDriven(
        messageListenerInterface = MessageListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "topics", propertyValue = "menu-events"),
            @ActivationConfigProperty(propertyName = "groupId", propertyValue = "orders-menu"),
            @ActivationConfigProperty(propertyName = "autoOffsetReset", propertyValue = "earliest"),
            @ActivationConfigProperty(propertyName = "consumers", propertyValue = "1"),
            @ActivationConfigProperty(propertyName = "maxBatchSize", propertyValue = "100"),
            @ActivationConfigProperty(propertyName = "transactionTimeout", propertyValue = "PT30S")
        })
public class MenuEventsConsumer extends EventConsumer {

    @Override
    protected EventReader reader() {
        return CDI.current().select(MenuNews.class).get();
    }
}
