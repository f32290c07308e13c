package org.pizzaorders.kafka.inbound;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.resource.ResourceException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.pizzaorders.kafka.api.ConsumerState;
import org.pizzaorders.kafka.api.ConsumerView;
import org.pizzaorders.kafka.api.PartitionProgress;
import org.pizzaorders.kafka.inbound.PollLoop.Condition;
import org.pizzaorders.kafka.inbound.config.InboundSettings;
import org.pizzaorders.kafka.inbound.session.PauseSwitch;
import org.pizzaorders.kafka.monitoring.ActivationCounters;
import org.pizzaorders.kafka.monitoring.ActivationCounters.LastError;
import org.pizzaorders.kafka.monitoring.WatchedConsumer;

/** The operators' view of one activation. Thread-safe: reads what the poll threads have published. */
final class ActivationWatch implements WatchedConsumer {

    private static final System.Logger LOG = System.getLogger(ActivationWatch.class.getName());

    /** Kafka knows no time before 1970, and people write four digits for a year. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final InboundSettings settings;
    private final ActivationCounters counters;
    private final PauseSwitch pauseSwitch;
    private final PollLoops loops;

    ActivationWatch(InboundSettings settings, ActivationCounters counters, PauseSwitch pauseSwitch, PollLoops loops) {
        this.settings = settings;
        this.counters = counters;
        this.pauseSwitch = pauseSwitch;
        this.loops = loops;
    }

    @Override
    public String groupId() {
        return settings.groupId();
    }

    @Override
    public ConsumerView view(String id) {
        LastError error = counters.lastError().orElse(new LastError(null, null));
        return new ConsumerView(
                id,
                settings.groupId(),
                settings.topics().shown(),
                state(),
                pauseSwitch.isPaused(),
                assignment(),
                counters.delivered(),
                counters.failed(),
                counters.retried(),
                counters.deadLettered(),
                error.causes(),
                error.at(),
                counters.uncommittedSince().orElse(null));
    }

    private List<PartitionProgress> assignment() {
        return loops.current().stream()
                .flatMap(loop -> loop.progress().stream())
                .sorted(Comparator.comparing(PartitionProgress::topic).thenComparing(PartitionProgress::partition))
                .toList();
    }

    private ConsumerState state() {
        Set<Condition> conditions =
                loops.current().stream().map(PollLoop::condition).collect(Collectors.toSet());
        if (Set.of(Condition.ENDED).equals(conditions)) {
            return ConsumerState.STOPPED;
        }
        if (pauseSwitch.isPaused() && loops.current().stream().allMatch(PollLoop::isStill)) {
            return ConsumerState.PAUSED;
        }
        if (isDegraded(conditions)) {
            return ConsumerState.DEGRADED;
        }
        return conditions.contains(Condition.STARTING) ? ConsumerState.STARTING : ConsumerState.RUNNING;
    }

    private boolean isDegraded(Set<Condition> conditions) {
        return counters.isDegraded()
                || conditions.contains(Condition.FAILING)
                || conditions.contains(Condition.ENDED)
                || loops.current().stream().anyMatch(loop -> loop.isCutOff() || loop.isStarved());
    }

    @Override
    public void pause() {
        pauseSwitch.pause();
        loops.current().forEach(PollLoop::wakeup);
    }

    @Override
    public void resume() {
        pauseSwitch.resume();
        loops.current().forEach(PollLoop::wakeup);
    }

    @Override
    public void skipCorruptBatch(String topic, int partition, long offset, String reason) {
        requireReason(reason);
        TopicPartition corrupt = new TopicPartition(topic, partition);
        if (loops.current().stream().noneMatch(loop -> loop.skipCorruptBatch(corrupt, offset))) {
            throw new IllegalStateException("No corrupt batch is held at offset " + offset + " of " + corrupt);
        }
        LOG.log(
                WARNING,
                "An operator skips the batch at offset {0} of {1}: {2}",
                Long.toString(offset),
                corrupt,
                reason);
    }

    @Override
    public void seek(String topic, int partition, long offset, String reason) {
        requireReason(reason);
        TopicPartition moved = new TopicPartition(topic, partition);
        if (loops.current().stream().noneMatch(loop -> loop.seek(moved, offset))) {
            throw new IllegalStateException(moved + " is not assigned here");
        }
        LOG.log(WARNING, "An operator seeks to offset {0} of {1}: {2}", Long.toString(offset), moved, reason);
    }

    @Override
    public void seekToTime(String topic, Instant time, String reason) {
        requireReason(reason);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("time: from " + Instant.EPOCH + " to " + LATEST);
        }
        List<PollLoop> holding =
                loops.current().stream().filter(loop -> loop.seek(topic, time)).toList();
        if (holding.isEmpty()) {
            throw new IllegalStateException("Nothing of " + topic + " is assigned here");
        }
        LOG.log(WARNING, "An operator seeks to {0} in all of {1} that is assigned here: {2}", time, topic, reason);
    }

    private static void requireReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("reason: say why, for those who read the log later");
        }
    }

    @Override
    public void stop() {
        loops.stop();
    }

    @Override
    public void start() {
        try {
            loops.start();
        } catch (ResourceException e) {
            throw new IllegalStateException("The server gives it no thread: " + e.getMessage());
        }
    }
}
