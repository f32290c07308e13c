package org.pizzaorders.kafka.outbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.cci.Connection;
import jakarta.resource.cci.ConnectionMetaData;
import jakarta.resource.cci.Interaction;
import jakarta.resource.cci.LocalTransaction;
import jakarta.resource.cci.ResultSetInfo;
import jakarta.resource.spi.IllegalStateException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.pizzaorders.kafka.api.KafkaConnection;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;
import org.pizzaorders.kafka.cci.SendInteraction;

/** The connection that the application uses between {@code getConnection} and {@code close}. */
class ConnectionHandle implements KafkaConnection, Connection {

    private volatile KafkaManagedConnection managed;

    ConnectionHandle(KafkaManagedConnection managed) {
        this.managed = managed;
    }

    @Override
    public List<SendResult> send(List<OutgoingRecord> records) throws ResourceException {
        return with(producer -> producer.send(records)).join();
    }

    @Override
    public CompletionStage<List<SendResult>> sendAsync(List<OutgoingRecord> records) throws ResourceException {
        return with(producer -> producer.send(records)).minimalCompletionStage();
    }

    @Override
    public List<CompletionStage<SendResult>> sendEach(List<OutgoingRecord> records) throws ResourceException {
        List<CompletionStage<SendResult>> stages = new ArrayList<>(records.size());
        with(producer -> producer.sendEach(records)).forEach(each -> stages.add(each.minimalCompletionStage()));
        return stages;
    }

    @Override
    public Interaction createInteraction() {
        return new SendInteraction(this, this);
    }

    @Override
    public LocalTransaction getLocalTransaction() throws NotSupportedException {
        throw new NotSupportedException("Sending is not transactional");
    }

    @Override
    public ConnectionMetaData getMetaData() throws NotSupportedException {
        throw new NotSupportedException("A shared producer tells nothing of the brokers");
    }

    @Override
    public ResultSetInfo getResultSetInfo() throws NotSupportedException {
        throw new NotSupportedException("There are no result sets");
    }

    private interface Sending<T> {
        T by(SharedProducer producer) throws ResourceException;
    }

    private <T> T with(Sending<T> sending) throws ResourceException {
        KafkaManagedConnection current = managed;
        if (current == null) {
            throw new IllegalStateException("The connection is closed");
        }
        try {
            return sending.by(current.producer());
        } catch (ResourceException e) {
            current.failed(this, e);
            throw e;
        }
    }

    /** Pending asynchronous sends still complete. */
    @Override
    public void close() {
        KafkaManagedConnection current = managed;
        managed = null;
        if (current != null) {
            current.closed(this);
        }
    }

    /** Moves the handle to another managed connection; the former one no longer uses it. */
    void associate(KafkaManagedConnection other) {
        KafkaManagedConnection former = managed;
        managed = other;
        if (former != null && former != other) {
            former.forget(this);
        }
    }

    void invalidate() {
        managed = null;
    }
}
