package org.pizzaorders.kafka.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.IllegalStateException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.pizzaorders.kafka.api.KafkaConnection;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;

/** What the application holds between {@code getConnection} and {@code close}. */
class ConnectionHandle implements KafkaConnection {

    private volatile KafkaManagedConnection managed;

    ConnectionHandle(KafkaManagedConnection managed) {
        this.managed = managed;
    }

    @Override
    public List<SendResult> send(List<OutgoingRecord> records) throws ResourceException {
        return producer().send(records).join();
    }

    @Override
    public CompletionStage<List<SendResult>> sendAsync(List<OutgoingRecord> records) throws ResourceException {
        return producer().send(records).minimalCompletionStage();
    }

    @Override
    public List<CompletionStage<SendResult>> sendEach(List<OutgoingRecord> records) throws ResourceException {
        List<CompletionStage<SendResult>> stages = new ArrayList<>(records.size());
        producer().sendEach(records).forEach(each -> stages.add(each.minimalCompletionStage()));
        return stages;
    }

    private SharedProducer producer() throws ResourceException {
        KafkaManagedConnection current = managed;
        if (current == null) {
            throw new IllegalStateException("The connection is closed");
        }
        return current.producer();
    }

    /** What was sent without waiting still completes. */
    @Override
    public void close() {
        KafkaManagedConnection current = managed;
        managed = null;
        if (current != null) {
            current.closed(this);
        }
    }

    void associate(KafkaManagedConnection other) {
        managed = other;
    }

    void invalidate() {
        managed = null;
    }
}
