package org.pizzaorders.kafka.inbound.config;

import jakarta.resource.spi.InvalidPropertyException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.pizzaorders.kafka.client.FreeProperties;

/** Reads an activation spec and reports all its errors together. */
final class ActivationSpecReader {

    private static final Set<String> RESETS = Set.of("earliest", "latest", "none");
    private static final Set<String> PROTOCOLS = Set.of("auto", "classic", "consumer");

    private final KafkaActivationSpec spec;
    private final List<String> mistakes = new ArrayList<>();

    ActivationSpecReader(KafkaActivationSpec spec) {
        this.spec = spec;
    }

    InboundSettings read() throws InvalidPropertyException {
        TopicSelection topics = topics();
        check(spec.getGroupId() != null && !spec.getGroupId().isBlank(), "groupId: name the consumer group");
        check(spec.getConsumers() > 0, "consumers: at least one");
        check(spec.getMaxBatchSize() > 0, "maxBatchSize: at least one record");
        check(spec.getMaxConcurrency() != 0, "maxConcurrency: at least one delivery, or -1 for as many as partitions");
        check(spec.getMaxAttempts() > 0, "maxAttempts: at least one attempt");
        check(spec.getBackoffMultiplier() >= 1, "backoffMultiplier: 1 or more");
        check(
                spec.getAutoOffsetReset() != null && RESETS.contains(spec.getAutoOffsetReset()),
                "autoOffsetReset: earliest, latest or none");
        check(
                spec.getGroupProtocol() != null && PROTOCOLS.contains(spec.getGroupProtocol()),
                "groupProtocol: auto, classic or consumer");
        Duration initial = duration("initialBackoff", spec.getInitialBackoff());
        Duration max = duration("maxBackoff", spec.getMaxBackoff());
        check(initial == null || max == null || initial.compareTo(max) <= 0, "maxBackoff: no less than initialBackoff");
        Duration setupInterval = duration("setupInterval", spec.getSetupInterval());
        Duration transactionTimeout = optionalDuration("transactionTimeout", spec.getTransactionTimeout());
        Duration maxHold = optionalDuration("maxHold", spec.getMaxHold());
        Duration drain = duration("drain", spec.getDrain());
        Map<String, String> properties = consumerProperties();
        String deadLetterTopic = deadLetterTopic();
        check(
                deadLetterTopic == null || !topics.includes(deadLetterTopic),
                "deadLetterTopic: none of the topics, it would be consumed again");
        if (!mistakes.isEmpty()) {
            throw new InvalidPropertyException("Kafka activation: " + String.join("; ", mistakes));
        }
        return new InboundSettings(
                topics,
                spec.getGroupId().strip(),
                spec.getConsumers(),
                spec.getMaxBatchSize(),
                spec.getMaxConcurrency(),
                new RetryPolicy(spec.getMaxAttempts(), new Backoff(initial, max, spec.getBackoffMultiplier()), maxHold),
                new DeadLetterTopics(deadLetterTopic),
                spec.getSetupAttempts(),
                setupInterval,
                transactionTimeout,
                drain,
                spec.getAutoOffsetReset(),
                spec.getGroupProtocol(),
                properties);
    }

    private TopicSelection topics() {
        List<String> names = names();
        String pattern = spec.getTopicPattern();
        if (pattern == null || pattern.isBlank()) {
            check(!names.isEmpty(), "topics: name at least one topic, several separated by commas, or a topicPattern");
            return TopicSelection.of(names);
        }
        check(names.isEmpty(), "topicPattern: in place of topics, not beside them");
        try {
            return TopicSelection.fitting(pattern.strip());
        } catch (PatternSyntaxException e) {
            mistakes.add("topicPattern: a regular expression, not " + e.getMessage());
            return TopicSelection.of(names);
        }
    }

    private List<String> names() {
        if (spec.getTopics() == null) {
            return List.of();
        }
        return Arrays.stream(spec.getTopics().split(","))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
    }

    private String deadLetterTopic() {
        String topic = spec.getDeadLetterTopic();
        return topic == null || topic.isBlank() ? null : topic.strip();
    }

    private void check(boolean right, String mistake) {
        if (!right) {
            mistakes.add(mistake);
        }
    }

    private Duration optionalDuration(String name, String text) {
        return text == null || text.isBlank() ? null : duration(name, text);
    }

    /**
     * @return null after recording the error
     */
    private Duration duration(String name, String text) {
        try {
            Duration duration = Duration.parse(text == null ? "" : text.strip());
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Recorded below, with an example of the right format.
        }
        mistakes.add(name + ": a duration above zero like PT1S or PT5M, not \"" + text + "\"");
        return null;
    }

    private Map<String, String> consumerProperties() {
        try {
            return FreeProperties.parse(spec.getConsumerProperties());
        } catch (IllegalArgumentException e) {
            mistakes.add("consumerProperties: " + e.getMessage());
            return Map.of();
        }
    }
}
