package org.pizzaorders.kafka.api;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Selects by topic, for a bean that reads several: each batch is of one, and goes to that topic's listener, in the same
 * transaction. Immutable, and as safe for several threads as the listeners are.
 */
public final class ByTopic implements KafkaRecordListener {

    private final Map<String, KafkaRecordListener> listeners;
    private final KafkaRecordListener otherwise;

    private ByTopic(Map<String, KafkaRecordListener> listeners, KafkaRecordListener otherwise) {
        this.listeners = Map.copyOf(listeners);
        this.otherwise = requireNonNull(otherwise);
    }

    /** Records of other topics are refused as unprocessable and become dead letters. */
    public static ByTopic of(String topic, KafkaRecordListener listener) {
        return new ByTopic(Map.of(topic, listener), ByTopic::refuse);
    }

    /** @throws IllegalArgumentException if the topic has a listener already */
    public ByTopic and(String topic, KafkaRecordListener listener) {
        Map<String, KafkaRecordListener> more = new HashMap<>(listeners);
        if (more.put(topic, listener) != null) {
            throw new IllegalArgumentException("Two listeners for " + topic);
        }
        return new ByTopic(more, otherwise);
    }

    /** The listener for all other topics, such as new ones that match a pattern. */
    public ByTopic otherwise(KafkaRecordListener listener) {
        return new ByTopic(listeners, listener);
    }

    @Override
    public void onRecords(List<ConsumedRecord> records) {
        listeners.getOrDefault(records.get(0).topic(), otherwise).onRecords(records);
    }

    private static void refuse(List<ConsumedRecord> records) {
        throw new UnprocessableRecordException(
                "No listener for " + records.get(0).topic());
    }
}
