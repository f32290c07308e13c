package org.pizzaorders.kafka.monitoring;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.PartitionProgress;

/** Each attribute is computed when it is read. */
final class ConsumerBean implements ConsumerMXBean {

    private final String id;
    private final WatchedConsumer consumer;

    ConsumerBean(String id, WatchedConsumer consumer) {
        this.id = id;
        this.consumer = consumer;
    }

    private ConsumerView view() {
        return consumer.view(id);
    }

    private Map<String, Long> byPartition(ToLongFunction<PartitionProgress> figure) {
        return byPartition(each -> true, figure);
    }

    private Map<String, Long> byPartition(
            Predicate<PartitionProgress> which, ToLongFunction<PartitionProgress> figure) {
        Map<String, Long> figures = new TreeMap<>();
        view().assignment().stream()
                .filter(which)
                .forEach(each -> figures.put(each.topic() + "-" + each.partition(), figure.applyAsLong(each)));
        return figures;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getGroupId() {
        return consumer.groupId();
    }

    @Override
    public List<String> getTopics() {
        return view().topics();
    }

    @Override
    public String getState() {
        return view().state().name();
    }

    @Override
    public boolean isPaused() {
        return view().paused();
    }

    @Override
    public Map<String, Long> getPositions() {
        return byPartition(PartitionProgress::position);
    }

    @Override
    public Map<String, Long> getLags() {
        return byPartition(PartitionProgress::lag);
    }

    @Override
    public long getLag() {
        return view().lag();
    }

    @Override
    public long getDelivered() {
        return view().delivered();
    }

    @Override
    public long getFailed() {
        return view().failed();
    }

    @Override
    public long getRetried() {
        return view().retried();
    }

    @Override
    public long getDeadLettered() {
        return view().deadLettered();
    }

    @Override
    public String getLastError() {
        return view().lastError();
    }

    @Override
    public String getLastErrorAt() {
        return Objects.toString(view().lastErrorAt(), null);
    }

    @Override
    public String getUncommittedSince() {
        return Objects.toString(view().uncommittedSince(), null);
    }

    @Override
    public void pause() {
        consumer.pause();
    }

    @Override
    public void resume() {
        consumer.resume();
    }

    @Override
    public Map<String, Long> getCorruptBatches() {
        return byPartition(PartitionProgress::corrupt, PartitionProgress::position);
    }

    @Override
    public void skipCorruptBatch(String topic, int partition, long offset, String reason) {
        consumer.skipCorruptBatch(topic, partition, offset, reason);
    }

    @Override
    public void seek(String topic, int partition, long offset, String reason) {
        consumer.seek(topic, partition, offset, reason);
    }

    @Override
    public void seekToTime(String topic, String time, String reason) {
        try {
            consumer.seekToTime(topic, Instant.parse(time), reason);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a time like 2030-01-02T03:04:05Z: " + time);
        }
    }

    @Override
    public void stop() {
        consumer.stop();
    }

    @Override
    public void start() {
        consumer.start();
    }
}
