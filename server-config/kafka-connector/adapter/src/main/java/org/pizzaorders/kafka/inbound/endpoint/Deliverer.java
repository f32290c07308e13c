package org.pizzaorders.kafka.inbound.endpoint;

import jakarta.resource.ResourceException;
import jakarta.resource.cci.MessageListener;
import jakarta.resource.cci.Record;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.DeadLetterListener;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.api.KafkaRecordListener;
import org.pizzaorders.kafka.cci.CciRecords;
import org.pizzaorders.kafka.inbound.failure.DeliveryFailure;

/**
 * Delivers records to the application in the container's transaction, and passes dead letters to the bean or the
 * publisher. Several deliveries may use it at the same time.
 */
public final class Deliverer {

    private final MessageEndpointFactory endpoints;
    private final ContainerCall call;
    private final DeadLetterPublisher publisher;

    /**
     * @param limit time-out of each transaction; null: the container's own
     * @param publisher for beans that do not store their dead letters
     */
    public Deliverer(
            MessageEndpointFactory endpoints,
            TransactionSynchronizationRegistry registry,
            Duration limit,
            DeadLetterPublisher publisher) {
        this.endpoints = endpoints;
        this.call = new ContainerCall(endpoints, registry, limit);
        this.publisher = publisher;
    }

    /**
     * @return empty if the records are done
     */
    public Optional<DeliveryFailure> deliver(List<ConsumedRecord> records) {
        return withEndpoint(endpoint -> endpoint instanceof MessageListener listener
                ? call.run(endpoint, ListenerMethods.ON_MESSAGE, () -> tell(listener, CciRecords.of(records)))
                : call.run(
                        endpoint,
                        ListenerMethods.onRecords(endpoint),
                        () -> ((KafkaRecordListener) endpoint).onRecords(records)));
    }

    /**
     * @return empty if the dead letter is stored, by the bean or on its topic
     */
    public Optional<DeliveryFailure> handOn(FailedRecord failed) {
        return withEndpoint(endpoint -> {
            if (endpoint instanceof MessageListener listener) {
                return call.run(endpoint, ListenerMethods.ON_MESSAGE, () -> tell(listener, CciRecords.of(failed)));
            }
            return endpoint instanceof DeadLetterListener listener
                    ? call.run(endpoint, ListenerMethods.ON_DEAD_LETTER, () -> listener.onDeadLetter(failed))
                    : publisher.publish(failed);
        });
    }

    /** A checked exception of the listener is a normal failure, wrapped as containers do. */
    private static void tell(MessageListener listener, Record record) {
        try {
            listener.onMessage(record);
        } catch (ResourceException e) {
            throw new UndeclaredThrowableException(e);
        }
    }

    private Optional<DeliveryFailure> withEndpoint(Function<MessageEndpoint, Optional<DeliveryFailure>> use) {
        MessageEndpoint endpoint;
        try {
            endpoint = endpoints.createEndpoint(null);
        } catch (ResourceException | RuntimeException e) {
            return Optional.of(DeliveryFailure.infrastructure(e));
        }
        try {
            return use.apply(endpoint);
        } finally {
            endpoint.release();
        }
    }
}
