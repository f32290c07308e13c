package org.pizzaorders.kafka.outbound;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.IllegalStateException;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;
import org.pizzaorders.kafka.client.AdapterClassLoader;
import org.pizzaorders.kafka.client.ClientFailure;

/**
 * The only producer of a managed connection factory, or of an activation's dead letters. It is made at its first use,
 * and {@link #close} is final. A client whose credentials were refused, or that is in an error state, never recovers:
 * the next send makes a new one from the current settings. Thread-safe, because the client is.
 */
public final class SharedProducer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SharedProducer.class.getName());
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Supplier<Producer<byte[], byte[]>> maker;
    private final Duration maxBlock;
    private Producer<byte[], byte[]> producer;
    private int connections;
    private boolean closed;

    /**
     * @param connection gives the client properties of the adapter; called for each client
     * @param own further properties
     * @throws IllegalArgumentException if the properties are not valid for a producer; the message says which and why
     */
    public static SharedProducer of(
            Supplier<Map<String, Object>> connection,
            Duration deliveryTimeout,
            Duration maxBlock,
            Map<String, String> own) {
        Supplier<Map<String, Object>> properties =
                () -> ProducerProperties.of(connection.get(), deliveryTimeout, maxBlock, own);
        ProducerProperties.check(properties.get());
        return new SharedProducer(() -> new KafkaProducer<>(properties.get()), maxBlock);
    }

    SharedProducer(Supplier<Producer<byte[], byte[]>> maker, Duration maxBlock) {
        this.maker = maker;
        this.maxBlock = maxBlock;
    }

    /**
     * @return completes normally, on a thread of the client or the caller; one result per record, in order
     */
    public CompletableFuture<List<SendResult>> send(List<OutgoingRecord> records) throws ResourceException {
        return batch().send(records);
    }

    /**
     * @return each completes normally, on a thread of the client or the caller
     */
    List<CompletableFuture<SendResult>> sendEach(List<OutgoingRecord> records) throws ResourceException {
        return batch().sendEach(records);
    }

    private BatchSend batch() throws ResourceException {
        Producer<byte[], byte[]> current = current();
        return new BatchSend(current, maxBlock, failure -> failed(current, failure));
    }

    /** Runs on any thread, also the client's own, so it does not wait; records in flight fail. */
    private void failed(Producer<byte[], byte[]> client, Exception failure) {
        if (Failures.endsClient(failure) && retire(client)) {
            LOG.log(
                    WARNING,
                    "A Kafka producer is of no use any more and is replaced: {0}",
                    ClientFailure.ofProducer(failure));
            client.close(Duration.ZERO);
        }
    }

    private synchronized boolean retire(Producer<byte[], byte[]> client) {
        if (producer != client) {
            return false;
        }
        producer = null;
        return true;
    }

    private synchronized Producer<byte[], byte[]> current() throws ResourceException {
        if (closed) {
            throw new IllegalStateException(
                    "This producer is closed: the resource adapter has stopped, or the last connection is gone");
        }
        if (producer == null) {
            try {
                producer = AdapterClassLoader.call(maker);
            } catch (KafkaException | IllegalArgumentException e) {
                throw new ResourceAdapterInternalException(
                        "No Kafka producer can be made: " + ClientFailure.ofProducer(e), e);
            }
        }
        return producer;
    }

    /**
     * @return false if it is closed; then another one is needed
     */
    synchronized boolean takenByConnection() {
        if (!closed) {
            connections++;
        }
        return !closed;
    }

    /**
     * @return whether no connection uses it any more. Then it counts as closed, and the caller must {@link #close} it
     */
    synchronized boolean leftByConnection() {
        connections--;
        closed |= connections == 0;
        return connections == 0;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Waits a short time for records in flight. */
    @Override
    public void close() {
        Producer<byte[], byte[]> closing;
        synchronized (this) {
            closing = producer;
            producer = null;
            closed = true;
        }
        if (closing != null) {
            closing.close(CLOSE);
        }
    }
}
