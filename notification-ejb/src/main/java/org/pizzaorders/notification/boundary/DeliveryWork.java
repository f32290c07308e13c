package org.pizzaorders.notification.boundary;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.pizzaorders.messaging.DueTable;
import org.pizzaorders.messaging.DueWork;
import org.pizzaorders.notification.channel.DeliveryChannel;
import org.pizzaorders.notification.channel.DeliveryChannels;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.channel.Outcome;

/**
 * Makes the deliveries that are due: claimed by lease, delivered outside any transaction, a few at a time on each
 * channel, each recorded in a transaction of its own. A process that dies in between leaves a delivery that falls due
 * again with the end of the lease, and goes out again under the same key.
 */
final class DeliveryWork implements DueWork<UUID> {

    private static final Logger LOG = System.getLogger(DeliveryWork.class.getName());

    private final DueTable due;
    private final DeliveryLedger ledger;
    private final DeliveryChannels channels;
    private final Executor executor;
    private final Clock clock;
    private final int parallel;
    private final Duration lease;

    // Touched by the running round only.
    private Instant lastCall = Instant.MAX;

    DeliveryWork(
            DueTable due,
            DeliveryLedger ledger,
            DeliveryChannels channels,
            Executor executor,
            Clock clock,
            int parallel,
            Duration lease) {
        this.due = requireNonNull(due, "due");
        this.ledger = requireNonNull(ledger, "ledger");
        this.channels = requireNonNull(channels, "channels");
        this.executor = requireNonNull(executor, "executor");
        this.clock = requireNonNull(clock, "clock");
        this.parallel = parallel;
        this.lease = requireNonNull(lease, "lease");
    }

    /** Half of the lease is for beginning attempts; the other half is for those begun to end in. */
    @Override
    public List<UUID> claim(int limit) {
        lastCall = clock.instant().plus(lease.dividedBy(2));
        return due.claim(limit, lease);
    }

    @Override
    public void attempt(List<UUID> claimed) {
        var lanes = new ArrayList<CompletableFuture<Void>>();
        ledger.pending(claimed).stream()
                .collect(groupingBy(Dispatch::channel, toCollection(ConcurrentLinkedQueue::new)))
                .forEach((channel, queue) -> {
                    var lanesOfChannel = Math.min(parallel, queue.size());
                    for (int i = 0; i < lanesOfChannel; i++) {
                        lanes.add(lane(channels.of(channel), queue, lastCall));
                    }
                });
        try {
            CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Outcomes of deliveries could not be recorded", e.getCause());
        }
    }

    private CompletableFuture<Void> lane(DeliveryChannel channel, Queue<Dispatch> queue, Instant end) {
        return CompletableFuture.runAsync(() -> workOff(channel, queue, end), executor);
    }

    private void workOff(DeliveryChannel channel, Queue<Dispatch> queue, Instant end) {
        try (var line = channel.open()) {
            while (clock.instant().isBefore(end)) {
                var dispatch = queue.poll();
                if (dispatch == null) {
                    return;
                }
                deliver(line, dispatch);
            }
        }
    }

    private void deliver(DeliveryChannel.Line line, Dispatch dispatch) {
        var outcome = line.deliver(dispatch);
        if (outcome instanceof Outcome.Failed failed) {
            LOG.log(
                    Level.INFO,
                    "Delivery {0} by {1} failed at attempt {2}: {3}",
                    dispatch.deliveryId(),
                    dispatch.channel(),
                    dispatch.attempts() + 1,
                    failed.reason());
        }
        ledger.record(dispatch, outcome);
    }
}
