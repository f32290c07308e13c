package org.pizzaorders.order.boundary;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import java.util.List;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.KafkaRecordListener;
import org.pizzaorders.messaging.EventEnvelope;
import org.pizzaorders.messaging.IncomingEvent;
import org.pizzaorders.order.control.OrderMessaging;
import org.pizzaorders.order.control.PaymentOutcomes;
import org.pizzaorders.payment.api.PaymentCompleted;
import org.pizzaorders.payment.api.PaymentEvent;
import org.pizzaorders.payment.api.PaymentFailed;

/** Hears how payments went. A batch is one transaction; an event delivered again is passed over. */
@MessageDriven(
        messageListenerInterface = KafkaRecordListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "topics", propertyValue = "payment-events"),
            @ActivationConfigProperty(propertyName = "groupId", propertyValue = "orders"),
            @ActivationConfigProperty(propertyName = "autoOffsetReset", propertyValue = "earliest"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2"),
            @ActivationConfigProperty(propertyName = "maxBatchSize", propertyValue = "100"),
            @ActivationConfigProperty(propertyName = "transactionTimeout", propertyValue = "PT30S")
        })
public class PaymentEventsConsumer implements KafkaRecordListener {

    static final String CONSUMER = "orders";

    @Inject
    OrderMessaging messaging;

    @Inject
    PaymentOutcomes outcomes;

    @Override
    public void onRecords(List<ConsumedRecord> records) {
        receive(records.stream()
                .map(record -> new IncomingEvent(record::header, record.value()))
                .toList());
    }

    void receive(List<IncomingEvent> events) {
        messaging.inbox().receive(CONSUMER, PaymentEvent.class, events, this::apply);
    }

    /** A refund changes nothing here: the order was cancelled before. */
    private void apply(EventEnvelope<PaymentEvent> envelope) {
        if (envelope.event() instanceof PaymentCompleted completed) {
            outcomes.completed(completed.orderId(), completed.method());
        } else if (envelope.event() instanceof PaymentFailed failed) {
            outcomes.failed(failed.orderId());
        }
    }
}
