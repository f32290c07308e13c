package org.pizzaorders.kafka.inbound.endpoint;

import static java.lang.System.Logger.Level.WARNING;
import static java.util.Objects.requireNonNull;

import jakarta.resource.ResourceException;
import java.util.List;
import java.util.Optional;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.api.OutgoingRecord;
import org.pizzaorders.kafka.api.SendResult;
import org.pizzaorders.kafka.inbound.config.DeadLetterTopics;
import org.pizzaorders.kafka.inbound.failure.DeliveryFailure;
import org.pizzaorders.kafka.inbound.failure.NotPublishedException;

/**
 * Publishes the dead letters of beans that do not store them themselves, with unchanged key and value, and waits for
 * the acknowledgement of all in-sync replicas. A dead letter that the topic will never accept is published shortened,
 * so that it does not block its partition. Several deliveries may use it at the same time.
 */
public final class DeadLetterPublisher {

    private static final System.Logger LOG = System.getLogger(DeadLetterPublisher.class.getName());

    /** Where records are sent to. */
    public interface Outlet {
        /** Waits for the outcome; one result per record. */
        List<SendResult> send(List<OutgoingRecord> records) throws ResourceException;
    }

    private final Outlet outlet;
    private final DeadLetterTopics topics;
    private final String groupId;

    public DeadLetterPublisher(Outlet outlet, DeadLetterTopics topics, String groupId) {
        this.outlet = requireNonNull(outlet);
        this.topics = requireNonNull(topics);
        this.groupId = requireNonNull(groupId);
    }

    /** @return empty once it is acknowledged */
    Optional<DeliveryFailure> publish(FailedRecord failed) {
        ConsumedRecord origin = failed.record();
        Optional<String> topic = topics.of(origin.topic());
        if (topic.isEmpty()) {
            return refused(origin, ": a dead-letter topic has none of its own: name one, or keep dead letters");
        }
        return send(failed, topic.get(), DeadLetterForm.WHOLE);
    }

    private Optional<DeliveryFailure> send(FailedRecord failed, String topic, DeadLetterForm form) {
        SendResult result;
        try {
            result = outlet.send(List.of(form.of(topic, failed, groupId))).get(0);
        } catch (ResourceException e) {
            return refused(failed.record(), to(topic, e.getMessage()));
        }
        if (result instanceof SendResult.Failed refusal) {
            return refusal.retriable() || form == DeadLetterForm.POINTER
                    ? refused(failed.record(), to(topic, refusal.reason()))
                    : sendLess(failed, topic, form, refusal);
        }
        return Optional.empty();
    }

    private static String to(String topic, String reason) {
        return " to " + topic + ": " + reason;
    }

    private Optional<DeliveryFailure> sendLess(
            FailedRecord failed, String topic, DeadLetterForm form, SendResult.Failed refusal) {
        DeadLetterForm next = DeadLetterForm.values()[form.ordinal() + 1];
        LOG.log(
                WARNING,
                "{0} does not take dead letter {1} as it is ({2}): it is published as {3}",
                topic,
                failed.record().position(),
                refusal.reason(),
                next);
        return send(failed, topic, next);
    }

    private static Optional<DeliveryFailure> refused(ConsumedRecord origin, String reason) {
        LOG.log(WARNING, "Dead letter {0} was not published{1}", origin.position(), reason);
        return Optional.of(DeliveryFailure.infrastructure(new NotPublishedException(reason)));
    }
}
