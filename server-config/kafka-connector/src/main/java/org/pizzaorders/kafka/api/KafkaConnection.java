package org.pizzaorders.kafka.api;

import jakarta.resource.ResourceException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A handle on the shared producer of its factory. Not transactional; cheap to open; close after use. */
public interface KafkaConnection extends AutoCloseable {

    /**
     * Hands all records to the producer, then waits until each is acknowledged or has failed.
     *
     * @return one result per record, in the order given
     * @throws ResourceException if the handle is closed or no producer can be made from the configuration
     */
    List<SendResult> send(List<OutgoingRecord> records) throws ResourceException;

    /**
     * As {@link #send}, without waiting for the acknowledgements; handing over may still block, for the factory's
     * {@code maxBlock} at most, when there is no broker or the producer's buffer is full. The stage completes on a
     * thread of the producer, normally always: failures are in the results.
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
