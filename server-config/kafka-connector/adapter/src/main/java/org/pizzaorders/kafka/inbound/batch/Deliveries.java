package org.pizzaorders.kafka.inbound.batch;

import static java.lang.System.Logger.Level.INFO;

import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.inbound.failure.DeliveryFailure;
import org.pizzaorders.kafka.inbound.offset.OffsetLedger;

/**
 * The current batches of one consumer, at most one per partition. Each partition has one delivery at a time; different
 * partitions are delivered in parallel. A batch is repeated until the container has committed all of it. Only for the
 * poll thread; other threads use only the queue of results.
 */
public final class Deliveries {

    private static final System.Logger LOG = System.getLogger(Deliveries.class.getName());

    private final DeliveryMeans means;
    private final OutcomeHandler outcomes;
    private final OffsetLedger ledger;
    private final Runnable wakeup;
    private final BlockingQueue<DeliveryWork.Result> results = new LinkedBlockingQueue<>();
    private final Map<TopicPartition, PartitionBatch> batches = new HashMap<>();
    private final Set<TopicPartition> done = new HashSet<>();

    /** Includes deliveries that were dropped while running: a partition that comes back waits for their end. */
    private final Map<TopicPartition, DeliveryWork> underWay = new HashMap<>();

    /** Partitions whose deliveries get no thread. */
    private final Set<TopicPartition> starved = new HashSet<>();

    /** Whether a due delivery waits for the end of another one. */
    private boolean refused;

    /**
     * @param wakeup makes the poll thread look at the results; called on any thread
     */
    public Deliveries(DeliveryMeans means, OffsetLedger ledger, Runnable wakeup) {
        this.means = means;
        this.outcomes = means.outcomes();
        this.ledger = ledger;
        this.wakeup = wakeup;
    }

    public void take(ReceivedBatch received) {
        batches.put(
                received.partition(),
                new PartitionBatch(received, outcomes.begin(received.records()), System.nanoTime()));
    }

    /** Starts due deliveries within the limit of the activation; those that have been due longest come first. */
    public void startDue() {
        long now = System.nanoTime();
        refused = false;
        batches.values().stream()
                .filter(batch -> isReady(batch) && batch.nanosUntilDue(now) <= 0)
                .sorted(Comparator.comparingLong(batch -> batch.nanosUntilDue(now)))
                .filter(this::hasSlot)
                .forEach(this::start);
    }

    private boolean isReady(PartitionBatch batch) {
        return batch.waits() && !underWay.containsKey(batch.partition());
    }

    private boolean hasSlot(PartitionBatch batch) {
        boolean has = means.slots().take(batch.partition(), wakeup);
        refused |= !has;
        return has;
    }

    private void start(PartitionBatch batch) {
        outcomes.starting(batch);
        DeliveryWork delivery = new DeliveryWork(batch.partition(), attempt(batch.progress()), this::report);
        batch.started(delivery);
        underWay.put(batch.partition(), delivery);
        try {
            means.workManager().scheduleWork(delivery, WorkManager.INDEFINITE, null, new RejectionListener(delivery));
        } catch (WorkException | RuntimeException e) {
            delivery.rejected(e);
        }
    }

    /** Reports deliveries that the container has accepted but gives no thread to, and those that got one since. */
    public void watchThreads() {
        underWay.values().stream()
                .filter(DeliveryWork::isStarved)
                .map(DeliveryWork::partition)
                .filter(starved::add)
                .forEach(outcomes::starved);
        List.copyOf(starved).stream()
                .filter(each ->
                        !underWay.containsKey(each) || !underWay.get(each).isStarved())
                .forEach(this::gotThread);
    }

    private void gotThread(TopicPartition partition) {
        if (starved.remove(partition)) {
            outcomes.gotThread(partition);
        }
    }

    /** Runs on another thread, so it uses only the unchangeable parts of the batch. */
    private Supplier<Optional<DeliveryFailure>> attempt(BatchProgress progress) {
        Optional<FailedRecord> deadLetter = progress.deadLetter();
        if (deadLetter.isPresent()) {
            return () -> means.deliverer().handOn(deadLetter.get());
        }
        List<ConsumedRecord> next = progress.next();
        return () -> means.deliverer().deliver(next);
    }

    private void report(DeliveryWork.Result result) {
        means.slots().giveBack(result.delivery().partition());
        results.add(result);
        wakeup.run();
    }

    /** The time until the next delivery falls due, limited to {@code most}. */
    public Duration untilNextDue(Duration most) {
        long now = System.nanoTime();
        long nanos = most.toNanos();
        for (PartitionBatch batch : batches.values()) {
            long due = batch.nanosUntilDue(now);
            boolean waitsForSlot = refused && due <= 0;
            if (isReady(batch) && !waitsForSlot) {
                nanos = Math.min(nanos, Math.max(0, due));
            }
        }
        return Duration.ofNanos(nanos);
    }

    /** @return the partitions whose batch is done: ready for the next one */
    public Set<TopicPartition> takeDone() {
        for (DeliveryWork.Result result = results.poll(); result != null; result = results.poll()) {
            take(result);
        }
        Set<TopicPartition> taken = Set.copyOf(done);
        done.clear();
        return taken;
    }

    private void take(DeliveryWork.Result result) {
        TopicPartition partition = result.delivery().partition();
        underWay.remove(partition, result.delivery());
        PartitionBatch batch = batches.get(partition);
        if (batch != null && batch.delivers(result.delivery())) {
            result.failure().ifPresentOrElse(failure -> outcomes.failed(batch, failure), () -> succeeded(batch));
        }
    }

    private void succeeded(PartitionBatch batch) {
        outcomes.succeeded(batch);
        ledger.delivered(batch.partition(), batch.reached());
        if (batch.progress().isDone()) {
            batches.remove(batch.partition());
            done.add(batch.partition());
        }
    }

    /**
     * Waits for the running deliveries of these partitions and takes their results. Those that have no thread yet are
     * taken back.
     *
     * @return false if the time was not enough for all
     */
    public boolean await(Collection<TopicPartition> partitions, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        withdraw(partitions);
        while (anyUnderWay(partitions)) {
            DeliveryWork.Result result = nextResult(deadline - System.nanoTime());
            if (result == null) {
                LOG.log(INFO, "Gave up waiting for deliveries of {0}, they will be delivered again", partitions);
                return false;
            }
            take(result);
        }
        return true;
    }

    private void withdraw(Collection<TopicPartition> partitions) {
        for (TopicPartition each : partitions) {
            DeliveryWork delivery = underWay.get(each);
            if (delivery != null && delivery.withdraw()) {
                underWay.remove(each);
                batches.remove(each);
                means.slots().giveBack(each);
            }
        }
    }

    /** Whether no delivery is running, not even a dropped one. */
    public boolean areOver() {
        return underWay.isEmpty();
    }

    private boolean anyUnderWay(Collection<TopicPartition> partitions) {
        return partitions.stream().map(batches::get).anyMatch(batch -> batch != null && !batch.waits());
    }

    private DeliveryWork.Result nextResult(long nanos) {
        try {
            return results.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Forgets these batches: another member delivers them, or they wait until the next start. */
    public void drop(Collection<TopicPartition> partitions) {
        withdraw(partitions);
        batches.keySet().removeAll(partitions);
        done.removeAll(partitions);
        partitions.forEach(this::gotThread);
        outcomes.dropped(partitions);
    }
}
