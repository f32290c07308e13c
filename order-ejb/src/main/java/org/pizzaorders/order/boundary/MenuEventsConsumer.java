package org.pizzaorders.order.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.catalog.api.MenuEvent;
import org.pizzaorders.catalog.api.PizzaAdded;
import org.pizzaorders.catalog.api.PizzaChanged;
import org.pizzaorders.catalog.api.PizzaWithdrawn;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.KafkaRecordListener;
import org.pizzaorders.messaging.EventEnvelope;
import org.pizzaorders.messaging.IncomingEvent;
import org.pizzaorders.order.control.OrderMessaging;
import org.pizzaorders.order.control.PriceList;

/** Keeps the price list in step with the menu. A batch is one transaction; an event delivered again is passed over. */
@MessageDriven(
        messageListenerInterface = KafkaRecordListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "topics", propertyValue = "menu-events"),
            @ActivationConfigProperty(propertyName = "groupId", propertyValue = "orders-menu"),
            @ActivationConfigProperty(propertyName = "autoOffsetReset", propertyValue = "earliest"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1"),
            @ActivationConfigProperty(propertyName = "maxBatchSize", propertyValue = "100"),
            @ActivationConfigProperty(propertyName = "transactionTimeout", propertyValue = "PT30S")
        })
public class MenuEventsConsumer implements KafkaRecordListener {

    static final String CONSUMER = "orders-menu";

    @Inject
    OrderMessaging messaging;

    @Inject
    PriceList prices;

    @Override
    public void onRecords(List<ConsumedRecord> records) {
        receive(records.stream()
                .map(record -> new IncomingEvent(record::header, record.value()))
                .toList());
    }

    void receive(List<IncomingEvent> events) {
        messaging.inbox().receive(CONSUMER, MenuEvent.class, events, this::apply);
    }

    private void apply(EventEnvelope<MenuEvent> envelope) {
        var version = envelope.aggregateVersion();
        if (envelope.event() instanceof PizzaAdded added) {
            prices.put(added.pizza(), version);
        } else if (envelope.event() instanceof PizzaChanged changed) {
            prices.put(changed.pizza(), version);
        } else if (envelope.event() instanceof PizzaWithdrawn withdrawn) {
            prices.withdraw(withdrawn.pizzaId(), version);
        }
    }
}
