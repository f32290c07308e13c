package org.pizzaorders.messaging;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.messaging.deadletter.Failure;
import org.pizzaorders.messaging.deadletter.UnknownConsumer;
import org.pizzaorders.messaging.inbox.IncomingEvent;

/**
 * The transactions that redrive the dead letters of one service and the events parked behind them. Subclasses are
 * {@code @Stateless} and know the consumers of their service.
 */
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public abstract class Redrive {

    protected abstract ServiceMessaging messaging();

    /** All event readers of this service. */
    protected abstract List<EventReader> readers();

    /** Applies the event, or changes nothing and throws. */
    public void proceed(UUID id) {
        messaging().deadLetterOffice().redrive(id, this::apply);
    }

    private void apply(String consumer, List<IncomingEvent> events) {
        readers().stream()
                .filter(reader -> reader.consumer().equals(consumer))
                .findFirst()
                .orElseThrow(() -> new UnknownConsumer(consumer))
                .receive(events);
    }

    /** Opens the dead letter again, so that it waits for an operator. */
    public void failed(UUID id, Failure failure) {
        messaging().deadLetterOffice().failedAgain(id, failure);
    }
}
