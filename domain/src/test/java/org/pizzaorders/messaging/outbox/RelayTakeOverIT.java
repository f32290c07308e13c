package org.pizzaorders.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.outbox.PublishResult.Published;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;
import org.postgresql.ds.PGSimpleDataSource;

class RelayTakeOverIT {

    private static final String HERE =
            " and database = (select oid from pg_database where datname = current_database())";

    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration NEVER = Duration.ofHours(1);

    /** After which the database ends a relay's session, with time to spare. */
    private static final Duration SILENCE = Duration.ofSeconds(12);

    private static final Duration SOON = Duration.ofSeconds(20);

    @AutoClose
    private static final ServiceFixture orders = ServiceFixture.of(Service.ORDERS);

    private final List<String> topic = new CopyOnWriteArrayList<>();

    @AfterEach
    void emptyTheOutbox() {
        orders.execute("delete from orders.outbox_events");
    }

    @Test
    void anotherInstanceTakesOverWhenTheConnectionWithTheLockIsCut() {
        try (var first = instance(TICK)) {
            await().atMost(SOON).until(first::isRelaying);
            try (var second = instance(TICK)) {
                var event = append();
                await().atMost(SOON).until(() -> topic.contains(event));

                cutTheOneWithTheLock();
                var next = append();

                await().atMost(SOON).until(() -> topic.contains(next));
                assertThat(first.isRelaying() || second.isRelaying()).isTrue();
                assertThat(holders()).hasSize(1);
            }
        }
    }

    @Test
    void anotherInstanceTakesOverFromAProcessThatIsKilled() throws IOException {
        var process = RelayProcess.start(source());
        try (var standby = instance(TICK)) {
            assertThat(holders()).hasSize(1);
            await().during(Duration.ofSeconds(1)).until(() -> !standby.isRelaying());

            process.destroyForcibly();

            await().atMost(SOON).until(standby::isRelaying);
            var event = append();
            await().atMost(SOON).until(() -> topic.contains(event));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anotherInstanceTakesOverFromAProcessThatIsFrozen() throws IOException, InterruptedException {
        var process = RelayProcess.start(source());
        try (var standby = instance(TICK)) {
            signal("STOP", process);

            await().atMost(SOON.plus(SILENCE)).until(standby::isRelaying);
            var event = append();
            await().atMost(SOON).until(() -> topic.contains(event));
            signal("CONT", process);
            var next = append();
            await().atMost(SOON).until(() -> topic.contains(next));
            assertThat(standby.isRelaying()).isTrue();
            assertThat(holders()).hasSize(1);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aRelayKeepsItsLockWhileItWaitsForTheBroker() {
        var answer = new CompletableFuture<PublishResult>();
        try (var waiting = new RelayInstance(source(), events -> List.of(answer), TICK)) {
            await().atMost(SOON).until(waiting::isRelaying);
            append();
            try (var standby = instance(TICK)) {
                await().during(SILENCE).atMost(SILENCE.plus(SOON)).until(() -> !standby.isRelaying());

                answer.complete(new Published());

                await().atMost(SOON)
                        .until(() -> orders.rows("select 1 from orders.outbox_events")
                                .isEmpty());
                assertThat(waiting.isRelaying()).isTrue();
            }
        }
    }

    @Test
    void aRelayThatWasIdleForLongStillWorks() {
        try (var rare = instance(NEVER)) {
            await().atMost(SOON).until(rare::isRelaying);
            await().atMost(SOON.plus(SILENCE)).until(() -> holders().isEmpty());

            var event = append();
            rare.committed();

            await().atMost(SOON).until(() -> topic.contains(event));
            assertThat(holders()).hasSize(1);
        }
    }

    @Test
    void aRelayThatLostItsLockBecomesAStandby() {
        try (var first = instance(TICK)) {
            await().atMost(SOON).until(first::isRelaying);
            cutTheOneWithTheLock();
            try (var second = instance(Duration.ofMillis(20))) {
                await().atMost(SOON).until(() -> first.isRelaying() != second.isRelaying());
            }
        }
    }

    @Test
    void aStandbyWakesTheRelay() {
        try (var relaying = instance(NEVER)) {
            await().atMost(SOON).until(relaying::isRelaying);
            await().atMost(SOON)
                    .until(() -> !orders.rows("select 1 from pg_stat_activity where query = 'listen orders_outbox'")
                            .isEmpty());
            try (var standby = instance(NEVER)) {
                for (var i = 0; i < 10; i++) {
                    var event = append();
                    standby.committed();

                    await().atMost(SOON).until(() -> topic.contains(event));
                }
                assertThat(standby.isRelaying()).isFalse();
            }
        }
    }

    @Test
    void stoppingReleasesTheLockAndAllConnections() {
        try (var instance = instance(TICK)) {
            await().atMost(SOON).until(instance::isRelaying);
        }

        assertThat(holders()).isEmpty();
        // The database ends a session a moment after its connection.
        await().atMost(SOON)
                .until(() -> orders.rows("select 1 from pg_stat_activity where application_name = 'instance'")
                        .isEmpty());
    }

    private String append() {
        var id = Ids.next();
        orders.outbox().append(new OrderPaid(id), 1);
        return id.toString();
    }

    private RelayInstance instance(Duration tick) {
        return new RelayInstance(
                source(),
                events -> {
                    events.forEach(event -> topic.add(event.aggregateId()));
                    return events.stream()
                            .map(event -> CompletableFuture.<PublishResult>completedStage(new Published()))
                            .toList();
                },
                tick);
    }

    private static PGSimpleDataSource source() {
        return orders.source("instance");
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        var sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(sent.waitFor()).isZero();
    }

    private static List<?> holders() {
        return orders.rows("select pid from pg_locks where locktype = 'advisory' and granted" + HERE);
    }

    private static void cutTheOneWithTheLock() {
        assertThat(orders.rows("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                        + HERE))
                .hasSize(1);
    }
}
