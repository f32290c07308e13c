package org.pizzaorders.kafka.outbound;

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

/**
 * The one producer of a managed connection factory, or of an activation's dead letters; made at its first use, gone for
 * good with {@link #close}. Safe for any thread: the client is.
 */
public final class SharedProducer implements AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Supplier<Producer<byte[], byte[]>> maker;
    private final Duration maxBlock;
    private Producer<byte[], byte[]> producer;
    private boolean closed;

    /**
     * @param connection client properties of the adapter
     * @param own further properties
     */
    public static SharedProducer of(
            Map<String, Object> connection, Duration deliveryTimeout, Duration maxBlock, Map<String, String> own) {
        Map<String, Object> properties = ProducerProperties.of(connection, deliveryTimeout, maxBlock, own);
        return new SharedProducer(() -> new KafkaProducer<>(properties), maxBlock);
    }

    SharedProducer(Supplier<Producer<byte[], byte[]>> maker, Duration maxBlock) {
        this.maker = maker;
        this.maxBlock = maxBlock;
    }

    /** @return completes normally, on a thread of the client's or the caller's; one result per record, in order */
    public CompletableFuture<List<SendResult>> send(List<OutgoingRecord> records) throws ResourceException {
        return new BatchSend(current(), maxBlock).send(records);
    }

    /** @return completes normally each, on a thread of the client's or the caller's */
    List<CompletableFuture<SendResult>> sendEach(List<OutgoingRecord> records) throws ResourceException {
        return new BatchSend(current(), maxBlock).sendEach(records);
    }

    private synchronized Producer<byte[], byte[]> current() throws ResourceException {
        if (closed) {
            throw new IllegalStateException("The Kafka resource adapter has stopped");
        }
        if (producer == null) {
            try {
                producer = AdapterClassLoader.call(maker);
            } catch (KafkaException e) {
                throw new ResourceAdapterInternalException("No Kafka producer can be made: " + root(e), e);
            }
        }
        return producer;
    }

    private static String root(Throwable failure) {
        return failure.getCause() == null
                ? failure.getMessage()
                : failure.getCause().getMessage();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Waits a little for what is on its way. */
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
