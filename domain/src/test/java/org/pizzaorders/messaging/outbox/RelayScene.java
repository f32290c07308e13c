package org.pizzaorders.messaging.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.outbox.PublishResult.NotPublished;
import org.pizzaorders.messaging.outbox.PublishResult.Published;
import org.pizzaorders.shared.Service;

/** Relays of the orders' outbox whose rounds are the test's, and a topic that refuses what it is told to. */
public final class RelayScene {

    public final List<OutgoingEvent> topic = new CopyOnWriteArrayList<>();

    /** Aggregates whose events do not get through. */
    final Set<String> refused = new HashSet<>();

    /** Aggregates whose events can never be sent. */
    final Set<String> hopeless = new HashSet<>();

    final List<Long> dead = new ArrayList<>();
    boolean keepsPublished;

    private final ServiceFixture orders;

    public RelayScene(ServiceFixture orders) {
        this.orders = orders;
    }

    public OutboxRelay relay() {
        return relay(this::publish);
    }

    OutboxRelay relay(Function<OutgoingEvent, PublishResult> publish) {
        return relaying(events -> events.stream()
                .map(publish)
                .map(CompletableFuture::completedStage)
                .toList());
    }

    OutboxRelay relaying(EventPublisher publisher) {
        return new OutboxRelay(
                Service.ORDERS,
                new OutboxTable(Service.ORDERS, keepsPublished),
                orders.dataSource(),
                publisher,
                (connection, event, reason) -> dead.add(event.id()),
                new WakeUps(Service.ORDERS, orders.dataSource(), wakeUp -> {}, () -> {}));
    }

    PublishResult publish(OutgoingEvent event) {
        if (refused.contains(event.aggregateId())) {
            return new NotPublished("refused", true);
        }
        if (hopeless.contains(event.aggregateId())) {
            return new NotPublished("too large", false);
        }
        topic.add(event);
        return new Published();
    }

    public void drain(OutboxRelay relay) {
        try {
            for (var claimed = relay.claim(50); !claimed.isEmpty(); claimed = relay.claim(50)) {
                relay.attempt(claimed);
            }
        } finally {
            relay.rest();
        }
    }

    public List<Integer> versions(UUID aggregate) {
        return topic.stream()
                .filter(event -> event.aggregateId().equals(aggregate.toString()))
                .map(event -> Integer.valueOf(event.headers().get("ce_aggregateversion")))
                .toList();
    }
}
