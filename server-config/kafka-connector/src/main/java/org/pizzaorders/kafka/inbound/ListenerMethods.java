package org.pizzaorders.kafka.inbound;

import java.lang.reflect.Method;
import java.util.List;
import org.pizzaorders.kafka.api.DeadLetterListener;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.api.KafkaRecordListener;

/** The listener's methods, as the container wants to be told before each call. */
final class ListenerMethods {

    static final Method ON_RECORDS = of(KafkaRecordListener.class, "onRecords", List.class);
    static final Method ON_DEAD_LETTER = of(DeadLetterListener.class, "onDeadLetter", FailedRecord.class);

    private ListenerMethods() {}

    private static Method of(Class<?> type, String name, Class<?> parameter) {
        try {
            return type.getMethod(name, parameter);
        } catch (NoSuchMethodException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
