package org.pizzaorders.kafka.inbound.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.pizzaorders.kafka.api.PartitionProgress;
import org.pizzaorders.kafka.inbound.offset.OffsetLedger;

/**
 * The positions and lags of one consumer, refreshed once a second. The client learns the ends of partitions with its
 * fetches. It does not fetch for a held partition, so the broker is asked for the ends of partitions that have not
 * moved for some time. Only for the poll thread, except {@link #latest()} and {@link #isCutOff()}.
 */
final class ConsumerProgress {

    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();
    private static final long ASK_INTERVAL = Duration.ofSeconds(5).toNanos();
    private static final Duration ASK = Duration.ofMillis(500);
    private static final long UNKNOWN = -1;

    private final Consumer<byte[], byte[]> consumer;
    private final OffsetLedger ledger;
    private final CorruptBatches corrupt;
    private final HeartbeatWatch heartbeat;

    /** The first offset of each current batch. */
    private final Map<TopicPartition, Long> held = new HashMap<>();

    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private Map<TopicPartition, Long> positionsWhenAsked = Map.of();
    private long nextLook = System.nanoTime();
    private long nextAsk = nextLook;
    private volatile List<PartitionProgress> latest = List.of();
    private volatile boolean cutOff;

    ConsumerProgress(Consumer<byte[], byte[]> consumer, OffsetLedger ledger, CorruptBatches corrupt) {
        this.corrupt = corrupt;
        this.consumer = consumer;
        this.ledger = ledger;
        this.heartbeat = new HeartbeatWatch(consumer);
    }

    void taken(TopicPartition partition, long firstOffset) {
        held.put(partition, firstOffset);
    }

    /** Their batches are done. */
    void done(Collection<TopicPartition> partitions) {
        held.keySet().removeAll(partitions);
    }

    boolean holds(TopicPartition partition) {
        return held.containsKey(partition);
    }

    /** The partitions belong to another member from now on. */
    void forget(Collection<TopicPartition> partitions) {
        held.keySet().removeAll(partitions);
        ends.keySet().removeAll(partitions);
        latest = latest.stream()
                .filter(each -> !partitions.contains(new TopicPartition(each.topic(), each.partition())))
                .toList();
    }

    /** A partition was moved, not by a delivery. */
    void lookAgain() {
        nextLook = System.nanoTime();
    }

    List<PartitionProgress> latest() {
        return latest;
    }

    /** Whether the group's coordinator is unreachable. */
    boolean isCutOff() {
        return cutOff;
    }

    /**
     * @throws org.apache.kafka.common.errors.WakeupException if there is more urgent work
     */
    void look() {
        long now = System.nanoTime();
        if (now - nextLook < 0) {
            return;
        }
        nextLook = now + INTERVAL;
        cutOff = heartbeat.isSilent();
        Map<TopicPartition, Long> positions = positions();
        if (now - nextAsk >= 0) {
            nextAsk = now + ASK_INTERVAL;
            askForEnds(positions);
        }
        publish(positions);
    }

    private Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            try {
                positions.put(partition, position(partition));
            } catch (IllegalStateException e) {
                // Revoked meanwhile: with the new protocol a thread of the client removes it from the assignment.
            }
        }
        return positions;
    }

    private long position(TopicPartition partition) {
        long ofClient = positionOfClient(partition);
        OptionalLong lag = ofClient == UNKNOWN ? OptionalLong.empty() : consumer.currentLag(partition);
        lag.ifPresent(ahead -> ends.merge(partition, ofClient + ahead, Math::max));
        Long first = held.get(partition);
        return first == null ? ofClient : ledger.reached(partition, first);
    }

    private long positionOfClient(TopicPartition partition) {
        try {
            return consumer.position(partition, Duration.ZERO);
        } catch (TimeoutException e) {
            return UNKNOWN;
        }
    }

    private void askForEnds(Map<TopicPartition, Long> positions) {
        Set<TopicPartition> still = new HashSet<>(consumer.paused());
        still.retainAll(positions.keySet());
        still.removeIf(partition -> !positions.get(partition).equals(positionsWhenAsked.get(partition)));
        positionsWhenAsked = positions;
        if (still.isEmpty()) {
            return;
        }
        try {
            consumer.endOffsets(still, ASK).forEach((partition, end) -> ends.merge(partition, end, Math::max));
        } catch (TimeoutException e) {
            // No broker answers: the last known values stay.
        }
    }

    private void publish(Map<TopicPartition, Long> positions) {
        List<PartitionProgress> progress = new ArrayList<>();
        positions.forEach((partition, position) -> {
            Long end = position == UNKNOWN ? null : ends.get(partition);
            long lag = end == null ? UNKNOWN : Math.max(0, end - position);
            progress.add(new PartitionProgress(
                    partition.topic(), partition.partition(), position, lag, corrupt.holds(partition)));
        });
        latest = List.copyOf(progress);
    }
}
