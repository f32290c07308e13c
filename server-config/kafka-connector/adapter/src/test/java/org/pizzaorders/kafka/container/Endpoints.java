package org.pizzaorders.kafka.container;

import jakarta.ejb.EJBException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.XAResource;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.DeadLetterListener;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.api.KafkaRecordListener;

/**
 * The container's side of a message-driven bean: hands out endpoints that call the test's listener in a transaction.
 */
public final class Endpoints implements MessageEndpointFactory {

    private final Transactions transactions;
    private final KafkaRecordListener listener;
    private final AtomicInteger open = new AtomicInteger();

    public Endpoints(Transactions transactions, KafkaRecordListener listener) {
        this.transactions = transactions;
        this.listener = listener;
    }

    /** Endpoints that were not released, or between before and after a delivery. */
    public int open() {
        return open.get();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) {
        open.incrementAndGet();
        return listener instanceof DeadLetterListener ? new KeepingEndpoint() : new Endpoint();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
        return createEndpoint(resource);
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        requireOwn(method);
        return true;
    }

    @Override
    public String getActivationName() {
        return "test";
    }

    @Override
    public Class<?> getEndpointClass() {
        return listener.getClass();
    }

    /** As Payara: methods that the listener interface inherits are unknown. */
    private void requireOwn(Method method) {
        Class<?> type = listener instanceof DeadLetterListener ? DeadLetterListener.class : KafkaRecordListener.class;
        if (method.getDeclaringClass() != type) {
            throw new EJBException("Transaction attribute not found for " + method);
        }
    }

    private class Endpoint implements MessageEndpoint, KafkaRecordListener {

        private Method announced;

        @Override
        public void beforeDelivery(Method method) {
            open.incrementAndGet();
            requireOwn(method);
            announced = method;
            transactions.begin();
        }

        @Override
        public void onRecords(List<ConsumedRecord> records) {
            call("onRecords", () -> listener.onRecords(records));
        }

        /** As EJB containers do: an exception rolls back, and comes wrapped. */
        protected final void call(String method, Runnable body) {
            if (!announced.getName().equals(method)) {
                throw new IllegalStateException(announced + " was announced, not " + method);
            }
            try {
                body.run();
            } catch (RuntimeException e) {
                transactions.setRollbackOnly();
                throw new EJBException(e);
            }
        }

        @Override
        public void afterDelivery() {
            open.decrementAndGet();
            transactions.complete();
        }

        @Override
        public void release() {
            open.decrementAndGet();
        }
    }

    private final class KeepingEndpoint extends Endpoint implements DeadLetterListener {

        private final DeadLetterListener keeper = (DeadLetterListener) listener;

        @Override
        public void onDeadLetter(FailedRecord failed) {
            call("onDeadLetter", () -> keeper.onDeadLetter(failed));
        }
    }
}
