package org.pizzaorders.kafka.inbound.endpoint;

import jakarta.resource.cci.MessageListener;
import jakarta.resource.cci.Record;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import java.lang.reflect.Method;
import java.util.List;
import org.pizzaorders.kafka.api.DeadLetterListener;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.api.KafkaRecordListener;

/**
 * The listener's methods, which the container must know before each call. They must be those that the listener
 * interface itself declares.
 */
final class ListenerMethods {

    private static final Method ON_RECORDS = of(KafkaRecordListener.class, "onRecords", List.class);
    private static final Method ON_RECORDS_OF_KEEPER = of(DeadLetterListener.class, "onRecords", List.class);
    static final Method ON_DEAD_LETTER = of(DeadLetterListener.class, "onDeadLetter", FailedRecord.class);

    static final Method ON_MESSAGE = of(MessageListener.class, "onMessage", Record.class);

    private ListenerMethods() {}

    static Method onRecords(MessageEndpoint endpoint) {
        return endpoint instanceof DeadLetterListener ? ON_RECORDS_OF_KEEPER : ON_RECORDS;
    }

    private static Method of(Class<?> type, String name, Class<?> parameter) {
        try {
            return type.getMethod(name, parameter);
        } catch (NoSuchMethodException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
