package org.pizzaorders.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.outbox.PublishResult.Published;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;

class NudgesIT {

    private static final int PAGE = 50;
    private static final int EVENTS = 20 * PAGE;
    private static final int USUAL_PAGES = 4;

    private static ServiceFixture orders;

    /** On their way; guarded by itself. */
    private final Queue<CompletableFuture<PublishResult>> onTheirWay = new ArrayDeque<>();

    private int most;

    @BeforeAll
    static void prepareTheDatabase() {
        orders = ServiceFixture.of(Service.ORDERS);
        for (var i = 0; i < EVENTS; i++) {
            orders.outbox().append(new OrderPaid(Ids.next()), 1);
        }
    }

    @AfterAll
    static void close() {
        orders.close();
    }

    /** The broker acknowledges all the time, and new events wake the relay all the time. */
    @Test
    @Timeout(60)
    void aRelayThatIsWokenKeepsNoMoreEventsInMemory() {
        var relay = new RelayScene(orders)
                .relaying(events -> events.stream()
                        .<CompletionStage<PublishResult>>map(event -> sent())
                        .toList());
        var drained = CompletableFuture.runAsync(() -> new RelayScene(orders).drain(relay));

        while (!drained.isDone()) {
            relay.woken();
            acknowledge(3);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }

        assertThat(drained).isCompleted();
        assertThat(most).isBetween(PAGE, USUAL_PAGES * PAGE);
    }

    private CompletableFuture<PublishResult> sent() {
        synchronized (onTheirWay) {
            var stage = new CompletableFuture<PublishResult>();
            onTheirWay.add(stage);
            most = Math.max(most, onTheirWay.size());
            return stage;
        }
    }

    private void acknowledge(int number) {
        for (var i = 0; i < number; i++) {
            CompletableFuture<PublishResult> first;
            synchronized (onTheirWay) {
                first = onTheirWay.poll();
            }
            if (first != null) {
                first.complete(new Published());
            }
        }
    }
}
