package org.pizzaorders.kafka.inbound.config;

import java.util.Optional;

/**
 * Where an activation's dead letters go. There is no dead-letter topic of a dead-letter topic by itself: who consumes
 * {@code x-dlq} and fails has the record held, not sent round or on to {@code x-dlq-dlq}.
 *
 * @param named for all topics; null: each topic's own
 */
public record DeadLetterTopics(String named) {

    private static final String SUFFIX = "-dlq";

    /** @return empty if there is none */
    public Optional<String> of(String topic) {
        if (named != null) {
            return Optional.of(named);
        }
        return topic.endsWith(SUFFIX) ? Optional.empty() : Optional.of(topic + SUFFIX);
    }
}
