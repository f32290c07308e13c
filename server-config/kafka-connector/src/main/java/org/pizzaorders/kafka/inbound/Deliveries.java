package org.pizzaorders.kafka.inbound;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.monitoring.ActivationCounters;

/**
 * The batches at hand of one consumer: at most one per partition, delivered one at a time per partition and side by
 * side across partitions, again and again until the container has committed it. For the poll thread only; the one way
 * in from other threads is the queue of results.
 */
final class Deliveries {

    private static final System.Logger LOG = System.getLogger(Deliveries.class.getName());

    private final WorkManager workManager;
    private final Deliverer deliverer;
    private final Backoff backoff;
    private final OffsetLedger ledger;
    private final ActivationCounters counters;
    private final Runnable wakeup;
    private final BlockingQueue<Delivery.Result> results = new LinkedBlockingQueue<>();
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();
    private final Set<TopicPartition> done = new HashSet<>();

    /** Also holds what was dropped while under way: a partition that comes back waits until that has ended. */
    private final Map<TopicPartition, Delivery> underWay = new HashMap<>();

    /** @param wakeup has the poll thread look at the results; called on the delivery's thread */
    Deliveries(
            WorkManager workManager,
            Deliverer deliverer,
            Backoff backoff,
            OffsetLedger ledger,
            ActivationCounters counters,
            Runnable wakeup) {
        this.workManager = workManager;
        this.deliverer = deliverer;
        this.backoff = backoff;
        this.ledger = ledger;
        this.counters = counters;
        this.wakeup = wakeup;
    }

    void take(TopicPartition partition, List<ConsumedRecord> batch) {
        lanes.put(partition, new Lane(partition, batch, System.nanoTime()));
    }

    /** Starts whatever waits and is due. */
    void startDue() {
        long now = System.nanoTime();
        for (Lane lane : lanes.values()) {
            if (lane.waits() && lane.nanosUntilDue(now) <= 0 && !underWay.containsKey(lane.partition())) {
                start(lane);
            }
        }
    }

    private void start(Lane lane) {
        Delivery delivery = new Delivery(lane.partition(), lane.batch(), deliverer, this::report);
        try {
            workManager.scheduleWork(delivery);
            lane.started(delivery);
            underWay.put(lane.partition(), delivery);
        } catch (WorkException e) {
            retry(lane, e);
        }
    }

    private void report(Delivery.Result result) {
        results.add(result);
        wakeup.run();
    }

    /** How long nothing will fall due, but at most this long. */
    Duration untilNextDue(Duration most) {
        long now = System.nanoTime();
        long nanos = most.toNanos();
        for (Lane lane : lanes.values()) {
            if (lane.waits() && !underWay.containsKey(lane.partition())) {
                nanos = Math.min(nanos, Math.max(0, lane.nanosUntilDue(now)));
            }
        }
        return Duration.ofNanos(nanos);
    }

    /** @return the partitions whose batch is done: ready for the next one */
    Set<TopicPartition> takeDone() {
        for (Delivery.Result result = results.poll(); result != null; result = results.poll()) {
            take(result);
        }
        Set<TopicPartition> taken = Set.copyOf(done);
        done.clear();
        return taken;
    }

    private void take(Delivery.Result result) {
        TopicPartition partition = result.delivery().partition();
        underWay.remove(partition, result.delivery());
        Lane lane = lanes.get(partition);
        if (lane == null || !lane.delivers(result.delivery())) {
            return;
        }
        if (result.failure() != null) {
            retry(lane, result.failure());
        } else {
            lanes.remove(partition);
            ledger.delivered(partition, lane.nextOffset());
            counters.delivered(lane.batch().size());
            done.add(partition);
            if (lane.hasFailedBefore()) {
                LOG.log(INFO, "Delivery of {0} succeeded in the end", lane.position());
            }
        }
    }

    private void retry(Lane lane, Throwable failure) {
        int failures = lane.failed();
        counters.failed(Causes.brief(failure));
        counters.retried(lane.batch().size());
        Duration delay = backoff.after(failures, ThreadLocalRandom.current().nextDouble());
        lane.retryAt(System.nanoTime() + delay.toNanos());
        LOG.log(
                WARNING,
                "Delivery of {0} failed, attempt {1}, next in {2}: {3}",
                lane.position(),
                failures,
                delay,
                Causes.brief(failure));
        LOG.log(DEBUG, "The failure in full", failure);
    }

    /**
     * Waits for the deliveries under way of these partitions and takes their results.
     *
     * @return false if the time was not enough for all
     */
    boolean await(Collection<TopicPartition> partitions, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (anyUnderWay(partitions)) {
            Delivery.Result result = nextResult(deadline - System.nanoTime());
            if (result == null) {
                LOG.log(INFO, "Gave up waiting for deliveries of {0}, they will be delivered again", partitions);
                return false;
            }
            take(result);
        }
        return true;
    }

    private boolean anyUnderWay(Collection<TopicPartition> partitions) {
        return partitions.stream().map(lanes::get).anyMatch(lane -> lane != null && !lane.waits());
    }

    private Delivery.Result nextResult(long nanos) {
        try {
            return results.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Forgets these batches: another member delivers them, or nobody does until the next start. */
    void drop(Collection<TopicPartition> partitions) {
        lanes.keySet().removeAll(partitions);
        done.removeAll(partitions);
    }
}
