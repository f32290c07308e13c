package org.pizzaorders.kafka.api;

import jakarta.resource.ResourceException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A handle on the shared producer of its factory. Not transactional; cheap to open; close after use.
 *
 * <p>Within one call, a record is handed over when the one of the same topic and key before it is acknowledged. If that
 * one fails, or nothing is heard of it within {@code maxBlock}, the rest of the key fails as retriable and is not sent.
 * Across calls the caller keeps the order: it sends the next of a key when it knows the outcome of the one before.
 */
public interface KafkaConnection extends AutoCloseable {

    /**
     * Hands all records to the producer, then waits until each is acknowledged or has failed.
     *
     * @return one result per record, in the order given
     * @throws ResourceException if the handle is closed or no producer can be made from the configuration
     */
    List<SendResult> send(List<OutgoingRecord> records) throws ResourceException;

    /**
     * As {@link #send}, without waiting for the acknowledgements. Handing over may still block: where a key comes again
     * in the batch, until the record before is acknowledged, and for {@code maxBlock} at most without any progress, as
     * when there is no broker or the producer's buffer is full. The stage completes on a thread of the producer, normally
     * always: failures are in the results. Do not send from that thread.
     */
    CompletionStage<List<SendResult>> sendAsync(List<OutgoingRecord> records) throws ResourceException;

    /**
     * As {@link #sendAsync}, with an outcome for each record by itself: one whose partition has no leader does not keep
     * those of the others from being known.
     *
     * @return one stage per record, in the order given
     */
    List<CompletionStage<SendResult>> sendEach(List<OutgoingRecord> records) throws ResourceException;

    @Override
    void close();
}
