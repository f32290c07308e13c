package org.pizzaorders.kafka.cci;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.cci.Connection;
import jakarta.resource.cci.Interaction;
import jakarta.resource.cci.InteractionSpec;
import jakarta.resource.cci.Record;
import jakarta.resource.cci.ResourceWarning;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.pizzaorders.kafka.api.KafkaConnection;

/** The only interaction of a connection: sends without waiting for the acknowledgements. */
public final class SendInteraction implements Interaction {

    private final Connection connection;
    private final KafkaConnection kafka;

    /** @param connection the same as {@code kafka} */
    public SendInteraction(Connection connection, KafkaConnection kafka) {
        this.connection = connection;
        this.kafka = kafka;
    }

    /**
     * As {@link KafkaConnection#sendEach}.
     *
     * @param spec ignored
     * @param input a list of records to send
     * @return a list of {@link CompletionStage}s in the given order; each completes with a record that describes the
     *     outcome
     */
    @Override
    public Record execute(InteractionSpec spec, Record input) throws ResourceException {
        List<CompletionStage<Record>> outcomes = kafka.sendEach(CciRecords.outgoing(input)).stream()
                .<CompletionStage<Record>>map(stage -> stage.thenApply(CciRecords::of))
                .toList();
        return new ListRecord<>("outcomes", outcomes);
    }

    @Override
    public boolean execute(InteractionSpec spec, Record input, Record output) throws NotSupportedException {
        throw new NotSupportedException("Outcomes are returned");
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public void close() {
        // holds nothing of its own
    }

    @Override
    public ResourceWarning getWarnings() {
        return null;
    }

    @Override
    public void clearWarnings() {
        // there are none
    }
}
