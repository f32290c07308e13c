package org.pizzaorders.messaging.outbox;

import java.lang.System.Logger.Level;
import java.time.Duration;
import org.pizzaorders.local.TestServices;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.shared.Service;

/** Measures how many events a second one relay takes from its table to a topic. Not part of the tests: run it alone. */
public final class OutboxRelayThroughput {

    private static final System.Logger LOG = System.getLogger(OutboxRelayThroughput.class.getName());
    private static final int EVENTS = 40_000;
    private static final int RUNS = 6;

    private OutboxRelayThroughput() {}

    public static void main(String[] args) {
        try (var orders = ServiceFixture.of(Service.ORDERS);
                var topic = new TopicPublisher(TestServices.kafka().bootstrapServers(), Duration.ofSeconds(30))) {
            var source = orders.source("relay");
            for (var run = 1; run <= RUNS; run++) {
                orders.execute(
                        "insert into orders.outbox_events (event_id, aggregate_id, aggregate_version, partition_key,"
                                + " event_type, topic, payload, headers) select gen_random_uuid(), 'a' || n, 1, 'a' || n,"
                                + " 'test', ?, jsonb_build_object('text', repeat('x', 600)),"
                                + " '{\"ce_id\": \"x\", \"ce_type\": \"org.pizzaorders.order.OrderCreated.v1\"}'"
                                + " from generate_series(1, ?) n",
                        Service.ORDERS.topic(),
                        EVENTS);
                var relay = new OutboxRelay(
                        Service.ORDERS,
                        new OutboxTable(Service.ORDERS, false),
                        source,
                        topic,
                        (connection, event, reason) -> {},
                        new WakeUps(Service.ORDERS, source, listener -> {}, () -> {}));
                var start = System.nanoTime();
                for (var claimed = relay.claim(500); !claimed.isEmpty(); claimed = relay.claim(500)) {
                    relay.attempt(claimed);
                }
                var seconds = (System.nanoTime() - start) / 1e9;
                relay.rest();
                LOG.log(Level.INFO, "Run {0}: {1} events a second", run, Math.round(EVENTS / seconds));
            }
        }
        System.exit(0);
    }
}
