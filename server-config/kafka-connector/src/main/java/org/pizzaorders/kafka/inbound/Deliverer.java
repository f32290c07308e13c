package org.pizzaorders.kafka.inbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.util.List;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.KafkaRecordListener;

/**
 * Hands a batch to the application within the container's transaction. Safe for use by several deliveries at a time.
 *
 * <p>A delivery succeeded if the listener returned normally and, where the container runs it in a transaction, that
 * transaction has committed. Everything else is a failure, also a listener that throws without having the transaction
 * rolled back.
 */
final class Deliverer {

    private static final Method ON_RECORDS = onRecords();

    private final MessageEndpointFactory endpoints;
    private final TransactionSynchronizationRegistry registry;
    private final TransactionTimeout timeout;
    private final boolean transacted;

    Deliverer(
            MessageEndpointFactory endpoints, TransactionSynchronizationRegistry registry, TransactionTimeout timeout) {
        this.endpoints = endpoints;
        this.registry = registry;
        this.timeout = timeout;
        this.transacted = isTransacted(endpoints);
    }

    /** @return null if the batch is done with, otherwise why not */
    Throwable deliver(List<ConsumedRecord> batch) {
        MessageEndpoint endpoint;
        try {
            endpoint = endpoints.createEndpoint(null);
        } catch (ResourceException | RuntimeException e) {
            return e;
        }
        try {
            return deliver(endpoint, batch);
        } finally {
            endpoint.release();
        }
    }

    private Throwable deliver(MessageEndpoint endpoint, List<ConsumedRecord> batch) {
        Attempt attempt = new Attempt();
        attempt.step(() -> beforeDelivery(endpoint));
        attempt.step(() -> attempt.observed = transacted ? TransactionOutcome.of(registry) : null);
        attempt.step(() -> ((KafkaRecordListener) endpoint).onRecords(batch));
        attempt.always(endpoint::afterDelivery);
        return attempt.failure();
    }

    private void beforeDelivery(MessageEndpoint endpoint) throws ResourceException, NoSuchMethodException {
        timeout.apply();
        try {
            endpoint.beforeDelivery(ON_RECORDS);
        } finally {
            timeout.reset();
        }
    }

    private static boolean isTransacted(MessageEndpointFactory endpoints) {
        try {
            return endpoints.isDeliveryTransacted(ON_RECORDS);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("The endpoint has no listener method " + ON_RECORDS, e);
        }
    }

    private static Method onRecords() {
        try {
            return KafkaRecordListener.class.getMethod("onRecords", List.class);
        } catch (NoSuchMethodException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private interface Step {
        void run() throws ResourceException, NoSuchMethodException;
    }

    /**
     * The steps of one delivery: the first failure counts, what follows it is skipped or its own failure added to it.
     */
    private static final class Attempt {

        private TransactionOutcome observed;
        private Throwable failure;

        void step(Step step) {
            if (failure == null) {
                always(step);
            }
        }

        void always(Step step) {
            try {
                step.run();
            } catch (ResourceException | NoSuchMethodException | RuntimeException | Error e) {
                if (failure == null) {
                    failure = e;
                } else if (failure != e) {
                    failure.addSuppressed(e);
                }
            }
        }

        Throwable failure() {
            if (failure == null && observed != null && !observed.committed()) {
                return new RolledBackException();
            }
            return failure;
        }
    }
}
