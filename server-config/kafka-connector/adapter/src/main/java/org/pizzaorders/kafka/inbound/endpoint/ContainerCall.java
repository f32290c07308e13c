package org.pizzaorders.kafka.inbound.endpoint;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import org.pizzaorders.kafka.inbound.failure.DeliveryFailure;

/**
 * Calls one method of the listener in a transaction of the container. Several deliveries may use it at the same time.
 *
 * <p>The call succeeds if the listener returns normally and its transaction, if the container runs one, has committed.
 * Everything else is a failure, also a listener that throws without a rollback.
 */
final class ContainerCall {

    /** The assumed time-out if the container's own one applies, because the Connectors API does not reveal it. */
    private static final Duration TIMEOUT_UNKNOWN = Duration.ofMinutes(1);

    private final MessageEndpointFactory endpoints;
    private final TransactionSynchronizationRegistry registry;
    private final TransactionTimeout timeout;
    private final Duration limit;

    /**
     * @param limit time-out of the transaction; null: the container's own
     */
    ContainerCall(MessageEndpointFactory endpoints, TransactionSynchronizationRegistry registry, Duration limit) {
        this.endpoints = endpoints;
        this.registry = registry;
        this.timeout = new TransactionTimeout(limit);
        this.limit = limit == null ? TIMEOUT_UNKNOWN : limit;
    }

    /** @return empty if it succeeded */
    Optional<DeliveryFailure> run(MessageEndpoint endpoint, Method method, Runnable listener) {
        long start = System.nanoTime();
        Optional<DeliveryFailure> failure = attempt(endpoint, method, listener);
        boolean timeUp = System.nanoTime() - start >= limit.toNanos();
        return timeUp ? failure.map(DeliveryFailure::timedOut) : failure;
    }

    private Optional<DeliveryFailure> attempt(MessageEndpoint endpoint, Method method, Runnable listener) {
        Steps steps = new Steps();
        steps.container(() -> beforeDelivery(endpoint, method));
        steps.container(
                () -> steps.observed = endpoints.isDeliveryTransacted(method) ? TransactionOutcome.of(registry) : null);
        steps.listener(listener);
        steps.afterwards(endpoint::afterDelivery);
        return steps.failure();
    }

    private void beforeDelivery(MessageEndpoint endpoint, Method method)
            throws ResourceException, NoSuchMethodException {
        timeout.apply();
        try {
            endpoint.beforeDelivery(method);
        } finally {
            timeout.reset();
        }
    }

    private interface Step {
        void run() throws ResourceException, NoSuchMethodException;
    }

    /** The first failure counts. Later steps are skipped, or their failures are added to the first. */
    private static final class Steps {

        private TransactionOutcome observed;
        private DeliveryFailure failure;

        /** A failure before the listener is called is not the record's fault. */
        void container(Step step) {
            if (failure == null) {
                try {
                    step.run();
                } catch (ResourceException | NoSuchMethodException | RuntimeException | Error e) {
                    failure = DeliveryFailure.infrastructure(e);
                }
            }
        }

        void listener(Runnable step) {
            if (failure == null) {
                try {
                    step.run();
                } catch (RuntimeException | Error e) {
                    failure = DeliveryFailure.of(e);
                }
            }
        }

        /**
         * Runs always. A container may report the failure of a commit here, wrapped in its own exception, which itself
         * has no meaning.
         */
        void afterwards(Step step) {
            try {
                step.run();
            } catch (ResourceException | NoSuchMethodException | RuntimeException | Error e) {
                if (failure == null) {
                    failure = DeliveryFailure.ofCommit(e);
                } else if (failure.cause() != e) {
                    failure.cause().addSuppressed(e);
                }
            }
        }

        Optional<DeliveryFailure> failure() {
            if (failure == null && observed != null && !observed.committed()) {
                failure = DeliveryFailure.of(new RolledBackException());
            }
            return Optional.ofNullable(failure);
        }
    }
}
