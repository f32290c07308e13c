package org.pizzaorders.kafka.inbound.config;

import java.util.Optional;

/**
 * The dead-letter topics of an activation. A dead-letter topic has no dead-letter topic by default: if a consumer of
 * {@code x-dlq} fails, the record is held; it is not sent to {@code x-dlq} again or to {@code x-dlq-dlq}.
 *
 * @param named one topic for all; null: each topic has its own
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
