package org.pizzaorders.kafka.api;

import jakarta.resource.ResourceException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A handle for the shared producer of its factory. Not transactional. Cheap to open; close it after use.
 *
 * <p>Within one call, a record is sent when the previous record of the same topic and key is acknowledged. If that
 * record fails, or has no answer within {@code maxBlock}, the rest of the key fails as retriable and is not sent.
 * Across calls the caller must keep the sequence: it sends the next record of a key when it knows the outcome of the
 * previous one.
 */
public interface KafkaConnection extends AutoCloseable {

    /**
     * Sends all records, then waits until each is acknowledged or has failed.
     *
     * @return one result per record, in the same order
     * @throws ResourceException if the handle is closed or the configuration is not valid for a producer
     */
    List<SendResult> send(List<OutgoingRecord> records) throws ResourceException;

    /**
     * Like {@link #send}, but does not wait for the acknowledgements. The call may still block: if a key is repeated in
     * the batch, until the previous record is acknowledged; and without progress at most for {@code maxBlock}, for
     * example if there is no broker or the producer's buffer is full. The stage always completes normally, on a thread
     * of the producer; failures are in the results. Do not send from that thread.
     */
    CompletionStage<List<SendResult>> sendAsync(List<OutgoingRecord> records) throws ResourceException;

    /**
     * Like {@link #sendAsync}, but with a separate outcome for each record: a record whose partition has no leader does
     * not delay the outcomes of the others.
     *
     * @return one stage per record, in the same order
     */
    List<CompletionStage<SendResult>> sendEach(List<OutgoingRecord> records) throws ResourceException;

    @Override
    void close();
}
