package org.pizzaorders.order.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import jakarta.resource.ResourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.pizzaorders.kafka.api.KafkaConnectionFactory;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;
import org.pizzaorders.messaging.outbox.EventPublisher;
import org.pizzaorders.messaging.outbox.OutgoingEvent;
import org.pizzaorders.messaging.outbox.PublishResult;
import org.pizzaorders.shared.KafkaFactoryName;

/**
 * Publishes by the connector. Each service has its own such class, because the connector's interfaces are visible to
 * modules and not to the libraries they share. Any thread of the application.
 *
 * <p>The factory is looked up and not injected: Payara refuses to deploy a web archive with an EJB in it that asks for a
 * connector's factory, and a service deployed on its own is one.
 */
final class KafkaPublisher implements EventPublisher {

    private static final String FACTORY = KafkaFactoryName.chosen();

    @Override
    public List<CompletionStage<PublishResult>> publish(List<OutgoingEvent> events) {
        try (var connection = factory().getConnection()) {
            var results = new ArrayList<CompletionStage<PublishResult>>(events.size());
            connection
                    .sendEach(events.stream().map(KafkaPublisher::record).toList())
                    .forEach(stage -> results.add(stage.thenApply(KafkaPublisher::result)));
            return results;
        } catch (ResourceException e) {
            throw new IllegalStateException("The connector gives no connection to Kafka", e);
        }
    }

    private static KafkaConnectionFactory factory() {
        try {
            return InitialContext.doLookup(FACTORY);
        } catch (NamingException e) {
            throw new IllegalStateException("The server has no " + FACTORY, e);
        }
    }

    private static OutgoingRecord record(OutgoingEvent event) {
        var headers = event.headers().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, header -> header.getValue().getBytes(UTF_8)));
        return new OutgoingRecord(
                event.topic(), event.key().getBytes(UTF_8), event.payload().getBytes(UTF_8), headers);
    }

    private static PublishResult result(SendResult result) {
        if (result instanceof SendResult.Failed failed) {
            return new PublishResult.NotPublished(failed.reason(), failed.retriable());
        }
        return new PublishResult.Published();
    }
}
