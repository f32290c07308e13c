package org.pizzaorders.messaging;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.environment.Shutdown;
import org.pizzaorders.messaging.deadletter.Failure;
import org.pizzaorders.messaging.deadletter.RedriveWork;
import org.pizzaorders.messaging.deadletter.UnknownConsumer;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.work.DueWork;
import org.pizzaorders.work.DueWorkTimer;

/**
 * Works on the dead letters of one service that operators have redriven or discarded, each in a transaction of its own.
 * Subclasses are {@code @Singleton @Startup} with bean-managed concurrency, and depend on the service's messaging.
 */
public abstract class RedriveWorker extends DueWorkTimer {

    private static final int BATCH = 20;

    private final Class<? extends RedriveWorker> type;

    @Resource
    SessionContext context;

    /** @param type the subclass: calls by its view have the transactions that are declared here */
    protected RedriveWorker(Class<? extends RedriveWorker> type) {
        this.type = type;
    }

    protected abstract ServiceMessaging messaging();

    /** All event readers of this service. */
    protected abstract List<EventReader> readers();

    @Override
    protected DueWork<?> work() {
        var self = context.getBusinessObject(type);
        return new RedriveWork(messaging().dueLetters(), self::proceed, self::failed, Shutdown::hasBegun, clock);
    }

    @Override
    protected int batchSize() {
        return BATCH;
    }

    /** Applies the event, or changes nothing and throws. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void proceed(UUID id) {
        messaging().deadLetterOffice().redrive(id, this::apply);
    }

    private void apply(String consumer, List<IncomingEvent> events) {
        readers().stream()
                .filter(reader -> reader.consumer().equals(consumer))
                .findFirst()
                .orElseThrow(() -> new UnknownConsumer(consumer))
                .receiveTogether(events);
    }

    /** Opens the dead letter again, so that it waits for an operator. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(UUID id, Failure failure) {
        messaging().deadLetterOffice().failedAgain(id, failure);
    }
}
