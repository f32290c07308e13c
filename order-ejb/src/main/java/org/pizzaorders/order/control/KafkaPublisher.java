package org.pizzaorders.order.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import jakarta.resource.ResourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.pizzaorders.kafka.api.KafkaConnectionFactory;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;
import org.pizzaorders.messaging.EventPublisher;
import org.pizzaorders.messaging.OutgoingEvent;
import org.pizzaorders.messaging.PublishResult;

/** Publishes by the connector, whose classes only modules see: hence one in each service. */
record KafkaPublisher(KafkaConnectionFactory kafka) implements EventPublisher {

    @Override
    public List<CompletionStage<PublishResult>> publish(List<OutgoingEvent> events) {
        try (var connection = kafka.getConnection()) {
            var results = new ArrayList<CompletionStage<PublishResult>>(events.size());
            connection
                    .sendEach(events.stream().map(KafkaPublisher::toRecord).toList())
                    .forEach(stage -> results.add(stage.thenApply(KafkaPublisher::toResult)));
            return results;
        } catch (ResourceException e) {
            throw new IllegalStateException("The Kafka connector gives no connection", e);
        }
    }

    private static OutgoingRecord toRecord(OutgoingEvent event) {
        Map<String, byte[]> headers = event.headers().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, header -> header.getValue().getBytes(UTF_8)));
        return new OutgoingRecord(
                event.topic(), event.key().getBytes(UTF_8), event.payload().getBytes(UTF_8), headers);
    }

    private static PublishResult toResult(SendResult result) {
        return result instanceof SendResult.Failed failed
                ? new PublishResult.NotPublished(failed.reason(), failed.retriable())
                : new PublishResult.Published();
    }
}
