package org.pizzaorders.messaging;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.messaging.deadletter.Failure;
import org.pizzaorders.messaging.deadletter.UnknownConsumer;
import org.pizzaorders.messaging.inbox.IncomingEvent;

/**
 * The transactions in which dead letters of one service, and what is parked behind them, are applied after all.
 * Subclasses are {@code @Stateless} and know the consumers of their service.
 */
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public abstract class Redrive {

    protected abstract ServiceMessaging messaging();

    /** All that read events in this service. */
    protected abstract List<EventReader> readers();

    /** Applies it, or leaves everything as it was and throws. */
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

    /** Has it wait for an operator again. */
    public void failed(UUID id, Failure failure) {
        messaging().deadLetterOffice().failedAgain(id, failure);
    }
}
