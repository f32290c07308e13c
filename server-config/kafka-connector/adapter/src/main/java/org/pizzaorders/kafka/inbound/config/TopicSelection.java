package org.pizzaorders.kafka.inbound.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The topics of an activation: by their names, or by a pattern, which also matches new topics. A pattern never matches
 * dead-letter topics, because the activation would read its own dead letters.
 *
 * @param names empty if there is a pattern
 */
public record TopicSelection(List<String> names, Optional<Pattern> pattern) {

    private static final String DEAD_LETTERS = "-dlq";

    static TopicSelection of(List<String> names) {
        return new TopicSelection(List.copyOf(names), Optional.empty());
    }

    /**
     * @throws java.util.regex.PatternSyntaxException if it is not a valid pattern
     */
    static TopicSelection fitting(String pattern) {
        return new TopicSelection(
                List.of(), Optional.of(Pattern.compile("(?!.*" + DEAD_LETTERS + "$)(?:" + pattern + ")")));
    }

    boolean includes(String topic) {
        return names.contains(topic)
                || pattern.filter(each -> each.matcher(topic).matches()).isPresent();
    }

    /** The names, or the pattern. */
    public List<String> shown() {
        return pattern.map(each -> List.of(each.pattern())).orElse(names);
    }
}
