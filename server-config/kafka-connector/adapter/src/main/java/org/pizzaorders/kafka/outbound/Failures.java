package org.pizzaorders.kafka.outbound;

import java.util.List;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.pizzaorders.kafka.api.SendResult;
import org.pizzaorders.kafka.client.ClientFailure;

/** Distinguishes failures of the record itself, where no retry helps, from failures of the infrastructure. */
final class Failures {

    private static final List<Class<? extends Exception>> HOPELESS = List.of(
            RecordTooLargeException.class,
            InvalidTopicException.class,
            InvalidRecordException.class,
            InvalidTimestampException.class,
            SerializationException.class,
            IllegalArgumentException.class);

    /** After these the client is unusable and refuses every call. */
    private static final List<Class<? extends Exception>> FATAL = List.of(
            AuthenticationException.class,
            ClusterAuthorizationException.class,
            ProducerFencedException.class,
            InvalidPidMappingException.class,
            UnsupportedVersionException.class);

    private Failures() {}

    /**
     * Whether the client must be replaced: the brokers refused its credentials, or it is in an error state. It reports
     * an error state by a plain exception, with or without a cause.
     */
    static boolean endsClient(Exception failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            Throwable cause = each;
            if (FATAL.stream().anyMatch(type -> type.isInstance(cause))) {
                return true;
            }
        }
        return failure.getClass() == KafkaException.class || failure instanceof IllegalStateException;
    }

    /**
     * Problems that an administrator can solve, such as a missing topic or a refused authorization, count as retriable.
     */
    static SendResult.Failed of(Exception failure) {
        boolean hopeless = HOPELESS.stream().anyMatch(type -> type.isInstance(failure));
        return new SendResult.Failed(ClientFailure.ofProducer(failure), !hopeless);
    }
}
