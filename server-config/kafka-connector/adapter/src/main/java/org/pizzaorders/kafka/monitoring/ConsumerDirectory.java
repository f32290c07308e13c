package org.pizzaorders.kafka.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentSkipListMap;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.KafkaConsumers;

/** All consumers of one resource adapter; also shows them over JMX. Thread-safe. */
public final class ConsumerDirectory implements KafkaConsumers {

    private final Map<String, WatchedConsumer> consumers = new ConcurrentSkipListMap<>();

    /**
     * @return removes it again; may run more than once
     */
    public synchronized Runnable add(WatchedConsumer consumer) {
        String id = consumer.groupId();
        for (int number = 2; consumers.containsKey(id); number++) {
            id = consumer.groupId() + "-" + number;
        }
        String chosen = id;
        consumers.put(chosen, consumer);
        JmxRegistration registration = JmxRegistration.of(chosen, consumer);
        return () -> {
            registration.unregister();
            consumers.remove(chosen, consumer);
        };
    }

    @Override
    public List<ConsumerView> list() {
        return consumers.entrySet().stream()
                .map(each -> each.getValue().view(each.getKey()))
                .toList();
    }

    @Override
    public ConsumerView pause(String id) {
        WatchedConsumer consumer = find(id);
        consumer.pause();
        return consumer.view(id);
    }

    @Override
    public ConsumerView resume(String id) {
        WatchedConsumer consumer = find(id);
        consumer.resume();
        return consumer.view(id);
    }

    @Override
    public ConsumerView skipCorruptBatch(String id, String topic, int partition, long offset, String reason) {
        WatchedConsumer consumer = find(id);
        consumer.skipCorruptBatch(topic, partition, offset, reason);
        return consumer.view(id);
    }

    @Override
    public ConsumerView seek(String id, String topic, int partition, long offset, String reason) {
        WatchedConsumer consumer = find(id);
        consumer.seek(topic, partition, offset, reason);
        return consumer.view(id);
    }

    @Override
    public ConsumerView seekToTime(String id, String topic, Instant time, String reason) {
        WatchedConsumer consumer = find(id);
        consumer.seekToTime(topic, time, reason);
        return consumer.view(id);
    }

    private WatchedConsumer find(String id) {
        WatchedConsumer consumer = id == null ? null : consumers.get(id);
        if (consumer == null) {
            throw new NoSuchElementException("No consumer " + id);
        }
        return consumer;
    }
}
