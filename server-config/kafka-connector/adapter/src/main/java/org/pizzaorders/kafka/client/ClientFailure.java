package org.pizzaorders.kafka.client;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * What a failure of the Kafka client says, in one line for operators: what the brokers refuse, or the innermost cause.
 * The client's messages name topics, groups and settings, never the content of records.
 */
public final class ClientFailure {

    private static final String REFUSED = "not authorized: ";

    /** A limit for circular chains. */
    private static final int DEPTH = 24;

    private ClientFailure() {}

    /**
     * @param wanted the topics or the pattern of the consumer, because an answer to a heartbeat names no topic
     */
    public static String ofConsumer(Throwable failure, List<String> wanted) {
        return words(failure, "Read", wanted);
    }

    public static String ofProducer(Throwable failure) {
        return words(failure, "Write", List.of());
    }

    private static String words(Throwable failure, String operation, List<String> wanted) {
        Throwable cause = innermost(failure);
        if (cause instanceof TopicAuthorizationException topics) {
            return REFUSED + operation + " on " + named(topics.unauthorizedTopics(), wanted);
        }
        if (cause instanceof GroupAuthorizationException group && group.groupId() != null) {
            return REFUSED + operation + " on group " + group.groupId();
        }
        if (cause instanceof ClusterAuthorizationException) {
            return REFUSED + operation + " on any topic, or IdempotentWrite on the cluster";
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < DEPTH && cause.getCause() != null && !isRefusal(cause); depth++) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof AuthorizationException;
    }

    private static String named(Set<String> refused, List<String> wanted) {
        if (!refused.isEmpty()) {
            return "topic " + joined(refused);
        }
        return switch (wanted.size()) {
            case 0 -> "a topic";
            case 1 -> "topic " + wanted.get(0);
            default -> "one of the topics " + joined(wanted);
        };
    }

    private static String joined(Collection<String> topics) {
        return String.join(
                ", ", topics.stream().filter(Objects::nonNull).sorted().toList());
    }
}
