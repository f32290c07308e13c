package org.pizzaorders.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import jakarta.resource.ResourceException;
import jakarta.resource.cci.Connection;
import jakarta.resource.cci.ConnectionFactory;
import jakarta.resource.cci.MappedRecord;
import jakarta.resource.cci.Record;
import jakarta.resource.cci.RecordFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.pizzaorders.environment.KafkaFactoryName;
import org.pizzaorders.messaging.outbox.EventPublisher;
import org.pizzaorders.messaging.outbox.OutgoingEvent;
import org.pizzaorders.messaging.outbox.PublishResult;

/**
 * Publishes events through the connector. It uses the Common Client Interface, because this library sees those types
 * but not the connector's own. Thread-safe.
 *
 * <p>The factory is looked up and not injected. Payara refuses to deploy a web archive whose EJB injects a connector's
 * factory, and a service deployed on its own is such a web archive.
 */
final class ConnectorPublisher implements EventPublisher {

    private static final String ACKNOWLEDGED = "acknowledged";

    private final String name = KafkaFactoryName.chosen();

    @Override
    public List<CompletionStage<PublishResult>> publish(List<OutgoingEvent> events) {
        try {
            var factory = factory();
            var connection = factory.getConnection();
            try {
                return outcomes(send(connection, records(factory.getRecordFactory(), events)));
            } finally {
                connection.close();
            }
        } catch (ResourceException e) {
            throw new IllegalStateException("The connector gives no connection to Kafka", e);
        }
    }

    private ConnectionFactory factory() {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("The server has no " + name, e);
        }
    }

    private static Record records(RecordFactory factory, List<OutgoingEvent> events) throws ResourceException {
        var records = factory.<MappedRecord<String, Object>>createIndexedRecord("events");
        for (var event : events) {
            records.add(record(factory, event));
        }
        return records;
    }

    private static MappedRecord<String, Object> record(RecordFactory factory, OutgoingEvent event)
            throws ResourceException {
        var record = factory.<String, Object>createMappedRecord("event");
        record.put("topic", event.topic());
        record.put("key", event.key().getBytes(UTF_8));
        record.put("value", event.payload().getBytes(UTF_8));
        record.put(
                "headers",
                event.headers().entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                header -> List.of(header.getValue().getBytes(UTF_8)))));
        return record;
    }

    private static Record send(Connection connection, Record records) throws ResourceException {
        return connection.createInteraction().execute(null, records);
    }

    private static List<CompletionStage<PublishResult>> outcomes(Record sent) {
        return ((List<?>) sent)
                .stream()
                        .<CompletionStage<PublishResult>>map(
                                outcome -> ((CompletionStage<?>) outcome).thenApply(ConnectorPublisher::result))
                        .toList();
    }

    private static PublishResult result(Object outcome) {
        var result = (MappedRecord<?, ?>) outcome;
        return result.getRecordName().equals(ACKNOWLEDGED)
                ? new PublishResult.Published()
                : new PublishResult.NotPublished((String) result.get("reason"), (Boolean) result.get("retriable"));
    }
}
