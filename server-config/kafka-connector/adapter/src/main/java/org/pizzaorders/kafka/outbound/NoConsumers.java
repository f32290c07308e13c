package org.pizzaorders.kafka.outbound;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.KafkaConsumers;

/** Used outside a container, where nothing is activated. */
final class NoConsumers implements KafkaConsumers {

    @Override
    public List<ConsumerView> list() {
        return List.of();
    }

    @Override
    public ConsumerView pause(String id) {
        throw new NoSuchElementException("No consumer " + id);
    }

    @Override
    public ConsumerView resume(String id) {
        throw new NoSuchElementException("No consumer " + id);
    }

    @Override
    public ConsumerView skipCorruptBatch(String id, String topic, int partition, long offset, String reason) {
        throw new NoSuchElementException("No consumer " + id);
    }

    @Override
    public ConsumerView seek(String id, String topic, int partition, long offset, String reason) {
        throw new NoSuchElementException("No consumer " + id);
    }

    @Override
    public ConsumerView seekToTime(String id, String topic, Instant time, String reason) {
        throw new NoSuchElementException("No consumer " + id);
    }
}
