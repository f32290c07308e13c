package org.pizzaorders.kafka.api;

import java.util.List;

/**
 * What a message-driven bean implements to keep its own dead letters. It names this type as its {@code
 * messageListenerInterface}. With a bare {@link KafkaRecordListener} the connector publishes dead letters itself.
 *
 * <p>Delivery is at least once here too: a process that dies after the commit and before Kafka has the offset delivers
 * the record anew, with all its attempts, and hands it on again.
 */
public interface DeadLetterListener extends KafkaRecordListener {

    /**
     * As for any listener. Declared here again because a container may look at the methods of the listener interface
     * itself only, and knows no transaction attribute for inherited ones: Payara Server 6 does.
     */
    @Override
    void onRecords(List<ConsumedRecord> records);

    /**
     * Takes over a record that the connector gives up. Called in a container transaction of its own; once that has
     * committed, the connector goes on behind the record. Throwing, or marking the transaction for rollback, means: not
     * taken. The record is then held, with it its partition, and handed over again with capped backoff until it is.
     */
    void onDeadLetter(FailedRecord failed);
}
