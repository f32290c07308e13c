package org.pizzaorders.kafka.outbound;

import java.util.List;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.pizzaorders.kafka.api.SendResult;

/** Tells failures of the record itself, which no repetition mends, from those of its surroundings. */
final class Failures {

    private static final List<Class<? extends Exception>> HOPELESS = List.of(
            RecordTooLargeException.class,
            InvalidTopicException.class,
            InvalidRecordException.class,
            InvalidTimestampException.class,
            SerializationException.class);

    private Failures() {}

    /** What an administrator can mend, as a missing topic or a refused authorization, counts as retriable. */
    static SendResult.Failed of(Exception failure) {
        boolean hopeless = HOPELESS.stream().anyMatch(type -> type.isInstance(failure));
        return new SendResult.Failed(failure.getClass().getSimpleName() + ": " + failure.getMessage(), !hopeless);
    }
}
