package org.pizzaorders.messaging;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
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

    /** What the consumers of the service, by name, do with events that have just come in. */
    protected abstract Map<String, Consumer<List<IncomingEvent>>> consumers();

    /** Applies it, or leaves everything as it was and throws. */
    public void proceed(UUID id) {
        messaging().deadLetterOffice().redrive(id, this::apply);
    }

    private void apply(String consumer, List<IncomingEvent> events) {
        var handler = consumers().get(consumer);
        if (handler == null) {
            throw new UnknownConsumer(consumer);
        }
        handler.accept(events);
    }

    /** Has it wait for an operator again. */
    public void failed(UUID id, Failure failure) {
        messaging().deadLetterOffice().failedAgain(id, failure);
    }
}
