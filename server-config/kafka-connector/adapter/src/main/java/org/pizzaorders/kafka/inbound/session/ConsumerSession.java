package org.pizzaorders.kafka.inbound.session;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.pizzaorders.kafka.api.PartitionProgress;
import org.pizzaorders.kafka.inbound.batch.Deliveries;
import org.pizzaorders.kafka.inbound.batch.DeliveryMeans;
import org.pizzaorders.kafka.inbound.config.InboundSettings;
import org.pizzaorders.kafka.inbound.config.TopicSelection;
import org.pizzaorders.kafka.inbound.offset.OffsetCommitter;
import org.pizzaorders.kafka.inbound.offset.OffsetLedger;
import org.pizzaorders.kafka.inbound.offset.StartingOffsets;
import org.pizzaorders.kafka.monitoring.ActivationCounters;

/**
 * The life of one consumer, from subscription to close. Only the poll thread may use it, except {@link #wakeup()} and
 * methods that say so. The client calls the rebalance listener on that thread too, within the poll.
 */
public final class ConsumerSession implements ConsumerRebalanceListener, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ConsumerSession.class.getName());
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration COMMIT = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final InboundSettings settings;
    private final PauseSwitch pauseSwitch;
    private final Fetching fetching;
    private final Polling polling;
    private final OffsetLedger ledger = new OffsetLedger();
    private final StartingOffsets starts;
    private final OffsetCommitter offsets;
    private final Deliveries deliveries;
    private final CorruptBatches corrupt;
    private final ConsumerProgress progress;
    private final Seeks seeks;

    /** The state of the switch in the last round. */
    private boolean paused;

    private volatile boolean still;

    public ConsumerSession(
            Consumer<byte[], byte[]> consumer,
            GroupProtocol protocol,
            InboundSettings settings,
            DeliveryMeans means,
            PauseSwitch pauseSwitch,
            ActivationCounters counters) {
        this.consumer = consumer;
        this.fetching = new Fetching(consumer);
        this.polling = new Polling(consumer, protocol);
        Runnable wakeup = this::wakeup;
        this.settings = settings;
        this.pauseSwitch = pauseSwitch;
        this.starts = new StartingOffsets(consumer, ledger);
        this.offsets = new OffsetCommitter(consumer, ledger, counters);
        this.corrupt = new CorruptBatches(consumer, ledger, counters);
        this.progress = new ConsumerProgress(consumer, ledger, corrupt);
        this.seeks = new Seeks(consumer, this::goOnAt);
        this.deliveries = new Deliveries(means, ledger, wakeup);
    }

    public void subscribe() {
        TopicSelection topics = settings.topics();
        topics.pattern()
                .ifPresentOrElse(
                        pattern -> consumer.subscribe(pattern, this), () -> consumer.subscribe(topics.names(), this));
    }

    /** Any thread: ends the current poll, or the next one. */
    public void wakeup() {
        polling.wakeup();
    }

    /**
     * One round: takes the results of deliveries, starts due deliveries, and polls until there is more to do.
     *
     * @throws org.apache.kafka.common.KafkaException if the consumer cannot go on
     */
    public void pollOnce() {
        polling.lookingUp();
        Set<TopicPartition> done = deliveries.takeDone();
        deliveries.watchThreads();
        progress.done(done);
        corrupt.skipWhatIsWanted();
        seeks.doWhatIsWanted();
        holdOrGoOn(done);
        offsets.commitSoon();
        try {
            progress.look();
            starts.look();
            take(polling.poll(paused ? POLL : deliveries.untilNextDue(POLL)));
        } catch (WakeupException e) {
            // There are results or a stop request; the next round handles them.
        } catch (KafkaException e) {
            corrupt.met(e);
        }
    }

    /** While paused, the client fetches nothing, and batches that are not being delivered wait. */
    private void holdOrGoOn(Set<TopicPartition> done) {
        boolean before = paused;
        paused = pauseSwitch.isPaused();
        still = paused && deliveries.areOver();
        if (paused) {
            fetching.pause(notPaused());
            return;
        }
        fetching.resume(before ? withoutBatch(consumer.assignment()) : done);
        deliveries.startDue();
    }

    private Set<TopicPartition> notPaused() {
        Set<TopicPartition> fetched = new HashSet<>(consumer.assignment());
        fetched.removeAll(consumer.paused());
        return fetched;
    }

    private List<TopicPartition> withoutBatch(Set<TopicPartition> partitions) {
        return partitions.stream()
                .filter(partition -> !progress.holds(partition) && !corrupt.holds(partition))
                .toList();
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            OffsetAndMetadata first = ReceivedRecords.first(records, partition);
            starts.began(partition, first);
            deliveries.take(ReceivedRecords.of(records, partition));
            progress.taken(partition, first.offset());
            corrupt.readable(partition, first.offset());
        }
        passMarkers(records);
        fetching.pause(records.partitions());
        if (!pauseSwitch.isPaused()) {
            deliveries.startDue();
        }
    }

    /** A poll without records of a partition may still pass markers of transactions and aborted records. */
    private void passMarkers(ConsumerRecords<byte[], byte[]> records) {
        records.nextOffsets().forEach((partition, next) -> {
            if (!progress.holds(partition)) {
                starts.forget(Set.of(partition));
                ledger.delivered(partition, next);
            }
        });
    }

    /**
     * Whether it is a member of the group. A member may have no partitions if there are more members than partitions.
     */
    public boolean isMember() {
        return consumer.groupMetadata().generationId() >= 0;
    }

    /** For any thread: paused, and no delivery is running. */
    public boolean isStill() {
        return still;
    }

    /** For any thread. @return whether it holds the partition at a corrupt batch there, which it will skip soon */
    public boolean skipCorruptBatch(TopicPartition partition, long offset) {
        if (!corrupt.offset(partition).equals(Optional.of(offset))) {
            return false;
        }
        corrupt.skip(partition, offset);
        wakeup();
        return true;
    }

    /** For any thread. @return whether the partition is assigned to it; the position moves soon */
    public boolean seek(TopicPartition partition, long offset) {
        boolean holds = assigned(partition.topic()).contains(partition);
        if (holds) {
            seeks.to(partition, offset);
            wakeup();
        }
        return holds;
    }

    /** For any thread. @return whether any partition of the topic is assigned to it */
    public boolean seek(String topic, Instant time) {
        Set<TopicPartition> held = assigned(topic);
        if (!held.isEmpty()) {
            seeks.to(held, time);
            wakeup();
        }
        return !held.isEmpty();
    }

    private Set<TopicPartition> assigned(String topic) {
        return progress.latest().stream()
                .filter(each -> each.topic().equals(topic))
                .map(each -> new TopicPartition(topic, each.partition()))
                .collect(Collectors.toSet());
    }

    /** Drops the current batch. A running delivery ends first, and its outcome does not change the position. */
    private void goOnAt(TopicPartition partition, long offset) {
        consumer.seek(partition, offset);
        onPartitionsLost(Set.of(partition));
        ledger.moved(partition, new OffsetAndMetadata(offset));
        progress.lookAgain();
        if (!paused) {
            fetching.resume(Set.of(partition));
        }
        LOG.log(WARNING, "{0} goes on at offset {1}, as an operator wants", partition, Long.toString(offset));
    }

    /** For any thread: as of about a second ago. */
    public List<PartitionProgress> progress() {
        return progress.latest();
    }

    /** For any thread: no broker answers. */
    public boolean isCutOff() {
        return progress.isCutOff();
    }

    /**
     * Each partition starts at its committed offset. If the activation is paused, it is held at once, before the poll
     * fetches.
     */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        starts.assigned(partitions);
        if (paused) {
            fetching.pause(partitions);
        }
    }

    /** Waits for running deliveries, so that the next member starts after them, and drops the rest. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        deliveries.await(partitions, settings.drain());
        commitNow(partitions);
        onPartitionsLost(partitions);
    }

    /** Another member has them already: a commit would be refused, or would overwrite that member's commit. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        deliveries.drop(partitions);
        ledger.forget(partitions);
        starts.forget(partitions);
        corrupt.forget(partitions);
        progress.forget(partitions);
    }

    /** Drains: waits for running deliveries, commits their offsets, and leaves the group. */
    @Override
    public void close() {
        try {
            Set<TopicPartition> assigned = consumer.assignment();
            deliveries.await(assigned, settings.drain());
            commitNow(assigned);
            onPartitionsLost(assigned);
        } finally {
            offsets.close();
            close(consumer);
        }
    }

    private void commitNow(Collection<TopicPartition> partitions) {
        try {
            starts.look();
        } catch (KafkaException e) {
            // After a wake-up or a missing starting position the known offsets are still committed.
        }
        offsets.commitNow(partitions, COMMIT);
    }

    private static void close(Consumer<byte[], byte[]> consumer) {
        try {
            consumer.close(CloseOptions.timeout(CLOSE));
        } catch (WakeupException e) {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }
}
