package org.pizzaorders.messaging;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.UUID;

/**
 * The transactions in which dead letters of one service, and what is parked behind them, are applied after all.
 * Subclasses are {@code @Stateless} and know the consumers of their service.
 */
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public abstract class Redrive {

    protected abstract ServiceMessaging messaging();

    /** Has the consumer of that name handle the events, as if they had just come in. */
    protected abstract void apply(String consumer, List<IncomingEvent> events);

    /** Applies it, or leaves everything as it was and throws. */
    public void proceed(UUID id) {
        messaging().deadLetterOffice().redriver().proceed(id, this::apply);
    }

    /** Has it wait for an operator again. */
    public void failed(UUID id, Failure failure) {
        messaging().deadLetters().failed(id, failure);
    }
}
