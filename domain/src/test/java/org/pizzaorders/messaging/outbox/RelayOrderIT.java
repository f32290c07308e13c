package org.pizzaorders.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.database.SingleConnection;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.event.CloudEvents;
import org.pizzaorders.messaging.outbox.PublishResult.NotPublished;
import org.pizzaorders.messaging.outbox.PublishResult.Published;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;

/** Whatever fails and dies: each event arrives, and at first arrival the versions of an aggregate have no gap. */
class RelayOrderIT {

    private static final String HERE =
            " and database = (select oid from pg_database where datname = current_database())";

    private static final int AGGREGATES = 40;
    private static final int VERSIONS = 25;

    private final ScheduledExecutorService chance = Executors.newScheduledThreadPool(3);
    private ServiceFixture orders;

    @BeforeEach
    void prepareTheDatabase() {
        orders = ServiceFixture.of(Service.ORDERS);
    }

    @AfterEach
    void end() {
        chance.shutdownNow();
        orders.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122})
    void keepsTheOrderWithTwoRelaysEvenIfOneLosesItsConnectionRepeatedly(long seed) throws SQLException {
        var topic = new UnreliableTopic(seed);
        var aggregates = ids();
        try (var first = instance(topic);
                var second = instance(topic)) {
            every(
                    300,
                    () -> orders.rows(
                            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                                    + HERE));
            every(
                    200,
                    () -> orders.execute("update orders.outbox_events set next_attempt_at = now()"
                            + " where attempts > 0 and next_attempt_at > now() + interval '10 milliseconds'"));
            write(aggregates, first, second);
            topic.heal();

            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            orders.rows("select 1 from orders.outbox_events").isEmpty());
        }

        assertThat(topic.firstArrivals())
                .hasSize(AGGREGATES)
                .allSatisfy((aggregate, versions) -> assertThat(versions).containsExactlyElementsOf(upTo(VERSIONS)));
    }

    private static List<Integer> upTo(int last) {
        var numbers = new ArrayList<Integer>();
        for (var number = 1; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    private static List<UUID> ids() {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < AGGREGATES; i++) {
            ids.add(Ids.next());
        }
        return ids;
    }

    private void write(List<UUID> aggregates, RelayInstance first, RelayInstance second) throws SQLException {
        try (var connection = orders.source("writer").getConnection()) {
            var outbox = new Outbox(
                    Service.ORDERS, SingleConnection.of(connection), Clock.systemUTC(), action -> {}, () -> {});
            for (var version = 1; version <= VERSIONS; version++) {
                for (var aggregate : aggregates) {
                    outbox.append(new OrderPaid(aggregate), version);
                    (version % 2 == 0 ? first : second).committed();
                }
            }
        }
    }

    private RelayInstance instance(UnreliableTopic topic) {
        return new RelayInstance(orders.source("instance"), topic, Duration.ofMillis(50));
    }

    private void every(long millis, Runnable action) {
        chance.scheduleWithFixedDelay(
                () -> {
                    try {
                        action.run();
                    } catch (RuntimeException e) {
                        // its own connection was cut
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    /** Takes its time, refuses, keeps silent about what it took, and takes what it has refused. */
    private final class UnreliableTopic implements EventPublisher {

        private final Random random;
        private final AtomicBoolean reliable = new AtomicBoolean();
        private final Map<String, Set<Integer>> arrivals = new HashMap<>();

        UnreliableTopic(long seed) {
            this.random = new Random(seed);
        }

        void heal() {
            reliable.set(true);
        }

        @Override
        public synchronized List<CompletionStage<PublishResult>> publish(List<OutgoingEvent> events) {
            if (!reliable.get() && random.nextInt(200) == 0) {
                throw new IllegalStateException("planted: no connection");
            }
            return events.stream().map(this::publish).toList();
        }

        private CompletionStage<PublishResult> publish(OutgoingEvent event) {
            var done = new CompletableFuture<PublishResult>();
            var kind = reliable.get() ? 99 : random.nextInt(100);
            if (kind < 5) {
                later(() -> done.complete(new NotPublished("planted: refused", true)));
            } else if (kind < 10) {
                later(() -> {
                    arrive(event);
                    done.complete(new NotPublished("planted: the answer was lost", true));
                });
            } else if (kind < 15) {
                later(() -> {
                    done.complete(new NotPublished("planted: too late", true));
                    later(() -> arrive(event));
                });
            } else {
                later(() -> {
                    arrive(event);
                    done.complete(new Published());
                });
            }
            return done;
        }

        private synchronized void later(Runnable action) {
            chance.schedule(action, random.nextInt(10), TimeUnit.MILLISECONDS);
        }

        private synchronized void arrive(OutgoingEvent event) {
            arrivals.computeIfAbsent(event.aggregateId(), aggregate -> new LinkedHashSet<>())
                    .add(Integer.valueOf(event.headers().get(CloudEvents.AGGREGATE_VERSION)));
        }

        synchronized Map<String, Set<Integer>> firstArrivals() {
            return Map.copyOf(arrivals);
        }
    }
}
