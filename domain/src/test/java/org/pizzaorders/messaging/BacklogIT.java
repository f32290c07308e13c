package org.pizzaorders.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pizzaorders.messaging.outbox.Backlog;
import org.pizzaorders.operations.api.HealthCheck;
import org.pizzaorders.shared.Service;

/** The broker was away for long: the figures of a large outbox stay figures, and decide nothing. */
@Timeout(60)
class BacklogIT {

    private static final int WAITING = 300_000;

    private static ServiceFixture orders;

    private final ServiceHealth health = new ServiceHealth(Service.ORDERS, orders.dataSource(), () -> true);

    @BeforeAll
    static void fillTheOutbox() {
        orders = ServiceFixture.of(Service.ORDERS);
        orders.execute("insert into orders.outbox_events (event_id, aggregate_id, aggregate_version, partition_key,"
                + " event_type, topic, payload, headers, attempts, created_at) select gen_random_uuid(), n::text, 1,"
                + " n::text, 't', 't', '{}', '{}', (n % 3), now() - interval '1 hour' + n * interval '1 millisecond'"
                + " from generate_series(1, " + WAITING + ") n");
    }

    @AfterAll
    static void close() {
        orders.close();
    }

    @Test
    void countsUpToALimitAndSaysWhetherThereAreMore() {
        var backlog = new Backlog(Service.ORDERS, orders.dataSource()).read();

        assertThat(backlog.unpublished()).isEqualTo(Backlog.COUNTED);
        assertThat(backlog.failing()).isEqualTo(Backlog.COUNTED);
        assertThat(backlog.more()).isTrue();
        assertThat(backlog.oldestSeconds()).isBetween(3_590L, 3_700L);
        assertThat(Duration.between(backlog.oldest(), Instant.now())).isGreaterThan(Duration.ofMinutes(59));
    }

    @Test
    void theServiceIsReadyEvenWithALongBacklog() {
        var checks = health.checks(() -> true);

        assertThat(checks).allMatch(HealthCheck::up);
        assertThat(checks.get(2).data())
                .containsEntry("unpublished", (long) Backlog.COUNTED)
                .containsEntry("more", true);
    }

    @Test
    void staysReadyWhenAFigureIsNotAvailableInTime() throws SQLException {
        try (var maintenance = orders.source("maintenance").getConnection();
                var statement = maintenance.createStatement()) {
            maintenance.setAutoCommit(false);
            statement.execute("lock table orders.outbox_events in access exclusive mode");
            var begun = System.nanoTime();

            var checks = health.checks(() -> true);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
            assertThat(checks).allMatch(HealthCheck::up);
            assertThat(checks.get(2).data()).containsKey("error").doesNotContainKey("unpublished");
            maintenance.rollback();
        }
    }

    @Test
    void anEmptyOutboxHasNoOldest() {
        var none = ServiceFixture.of(Service.PAYMENTS);

        var backlog = new Backlog(Service.PAYMENTS, none.dataSource()).read();

        assertThat(backlog.unpublished()).isZero();
        assertThat(backlog.more()).isFalse();
        assertThat(backlog.oldest()).isNull();
        assertThat(backlog.oldestSeconds()).isNull();
        none.close();
    }
}
