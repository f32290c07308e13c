package org.pizzaorders.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.local.broker.KafkaBroker;
import org.pizzaorders.local.part.Ports;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.event.CloudEvents;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;

class RelayToKafkaIT {

    private static final String TOPIC = Service.ORDERS.topic();
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(90);

    private final List<Long> dead = new CopyOnWriteArrayList<>();

    @TempDir
    private Path home;

    private ServiceFixture orders;

    @BeforeEach
    void prepareTheDatabase() {
        orders = ServiceFixture.of(Service.ORDERS);
    }

    @AfterEach
    void close() {
        orders.close();
    }

    @Test
    void aTooLargeEventWaitsForAnOperatorAndABrokerCrashLosesNothing() throws Exception {
        try (var broker = new KafkaBroker(home, Ports.free())) {
            broker.start();
            try (var topic = new TopicPublisher(broker.bootstrapServers(), Duration.ofSeconds(4));
                    var instance = new RelayInstance(
                            orders.source("instance"),
                            topic,
                            TICK,
                            (connection, event, reason) -> dead.add(event.id()))) {
                var poisoned = Ids.next();
                orders.execute(
                        "insert into orders.outbox_events (event_id, aggregate_id, aggregate_version, partition_key,"
                                + " event_type, topic, payload, headers) values (gen_random_uuid(), ?, 1, 'key', 'test', ?,"
                                + " to_jsonb(repeat('x', 2000000)), '{}')",
                        poisoned.toString(),
                        TOPIC);
                append(poisoned, 2);
                var others = Stream.generate(Ids::next).limit(20).toList();
                others.forEach(each -> append(each, 1));
                await().atMost(LONG).until(() -> unpublished() == 2);
                assertThat(dead).hasSize(1);

                broker.kill();
                others.forEach(each -> append(each, 2));
                await().during(Duration.ofSeconds(6)).atMost(LONG).until(() -> unpublished() == 22);
                assertThat(openTransactions()).isZero();
                broker.start();
                others.forEach(each -> append(each, 3));

                await().atMost(LONG).until(() -> unpublished() == 2);
                var versions = versions(topic);
                assertThat(versions).doesNotContainKey(poisoned.toString()).hasSize(20);
                assertThat(versions.values())
                        .allSatisfy(each -> assertThat(each).containsExactly(1, 2, 3));
            }
        }
    }

    private void append(UUID id, int version) {
        orders.outbox().append(new OrderPaid(id), version);
    }

    private int unpublished() {
        return orders.rows("select 1 from orders.outbox_events where published_at is null")
                .size();
    }

    private int openTransactions() {
        return orders.rows("select 1 from pg_stat_activity where application_name = 'instance'"
                        + " and state like 'idle in transaction%'")
                .size();
    }

    /** In the order of their first arrival. */
    private static Map<String, Set<Integer>> versions(TopicPublisher topic) {
        var versions = new LinkedHashMap<String, Set<Integer>>();
        topic.read(TOPIC)
                .forEach(each -> versions.computeIfAbsent(each.key(), key -> new LinkedHashSet<>())
                        .add(Integer.valueOf(new String(
                                each.headers()
                                        .lastHeader(CloudEvents.AGGREGATE_VERSION)
                                        .value(),
                                UTF_8))));
        return versions;
    }
}
