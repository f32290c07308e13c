package org.pizzaorders.kafka.client;

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

    public static String ofConsumer(Throwable failure) {
        return words(failure, "Read");
    }

    public static String ofProducer(Throwable failure) {
        return words(failure, "Write");
    }

    private static String words(Throwable failure, String operation) {
        Throwable cause = innermost(failure);
        if (cause instanceof TopicAuthorizationException topics
                && !topics.unauthorizedTopics().isEmpty()) {
            return REFUSED + operation + " on topic " + joined(topics.unauthorizedTopics());
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

    private static String joined(Set<String> topics) {
        return String.join(
                ", ", topics.stream().filter(Objects::nonNull).sorted().toList());
    }
}
