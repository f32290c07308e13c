package org.pizzaorders.messaging;

import jakarta.ejb.EJBException;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.resource.cci.MessageListener;
import jakarta.resource.cci.Record;
import org.pizzaorders.environment.Shutdown;
import org.pizzaorders.messaging.event.UnprocessableEvent;
import org.pizzaorders.messaging.inbox.Unreceivable;

/**
 * A consumer of events: subclasses are {@code @MessageDriven} with {@link MessageListener} as their listener interface,
 * and name the topics. A batch is one transaction. An event that was delivered before is skipped. A record that the
 * connector gives up becomes a dead letter of the service.
 */
public abstract class EventConsumer implements MessageListener {

    /**
     * Looked up, not injected. Payara tells the extensions of CDI of a message-driven bean when it makes the first one,
     * on the thread of a delivery. Jersey's extension then notes its injected fields in a map that is not thread-safe.
     * If the web application starts at that moment, the deployment fails.
     */
    protected abstract EventReader reader();

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Record onMessage(Record record) {
        if (ConnectorRecords.areFresh(record)) {
            read(record);
        } else {
            reader().messaging()
                    .deadLetters()
                    .take(reader().consumer(), ConnectorRecords.event(record), ConnectorRecords.failure(record));
        }
        return null;
    }

    /** While the application stops, other beans are already gone. The events then wait for the next version. */
    private void read(Record records) {
        try {
            reader().receiveTogether(ConnectorRecords.events(records));
        } catch (UnprocessableEvent e) {
            throw new EJBException(Unreceivable.everByAnybody(e));
        } catch (RuntimeException e) {
            throw Shutdown.hasBegun() ? new EJBException(Unreceivable.whileStopping(e)) : e;
        }
    }
}
