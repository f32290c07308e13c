package org.pizzaorders.kafka.api;

import java.util.List;

/**
 * A message-driven bean implements this interface to store its own dead letters, and names it as its {@code
 * messageListenerInterface}. With a plain {@link KafkaRecordListener} the connector publishes dead letters itself.
 *
 * <p>Delivery is at least once here too: if the process dies after the commit and before Kafka has the offset, the
 * record is delivered again, with all its attempts, and becomes a dead letter again.
 */
public interface DeadLetterListener extends KafkaRecordListener {

    /**
     * Like in any listener. It is declared here again because a container may look only at methods of the listener
     * interface itself and find no transaction attribute for inherited ones. Payara Server 6 does that.
     */
    @Override
    void onRecords(List<ConsumedRecord> records);

    /**
     * Stores a record that the connector gives up. It runs in its own container transaction; after the commit the
     * connector goes on with the next record. If it throws or marks the transaction for rollback, the record is not
     * stored. Then the record and its partition are held, and the call is repeated with capped backoff until it
     * succeeds.
     */
    void onDeadLetter(FailedRecord failed);
}
