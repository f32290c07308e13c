package org.pizzaorders.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pizzaorders.database.DatabaseAway;
import org.pizzaorders.messaging.outbox.RelayScene;
import org.pizzaorders.operations.api.HealthCheck;
import org.pizzaorders.order.api.OrderPaid;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueTable;

/** A database that answers and takes no writes, as after a switch-over, is an outage like any other, and passes. */
class ReadOnlyDatabaseIT {

    private static final UUID ORDER = Ids.next();

    private static ServiceFixture orders;

    private final RelayScene scene = new RelayScene(orders);
    private final ServiceHealth health = new ServiceHealth(Service.ORDERS, orders.dataSource(), () -> true);

    @BeforeAll
    static void prepareTheDatabase() {
        orders = ServiceFixture.of(Service.ORDERS);
        orders.outbox().append(new OrderPaid(ORDER), 1);
    }

    @AfterAll
    static void close() {
        orders.close();
    }

    @AfterEach
    void allowWrites() throws SQLException {
        writes(true);
    }

    @Test
    void isNotReadyAndThenReadyAgain() throws SQLException {
        writes(false);
        var away = health.checks(() -> true);
        writes(true);
        var back = health.checks(() -> true);

        assertThat(away)
                .filteredOn(check -> !check.up())
                .extracting(HealthCheck::name)
                .containsExactly("orders", "orders-data-source");
        assertThat(away.get(1).data()).containsEntry("error", "org.pizzaorders.database.ReadOnlyDatabase");
        assertThat(back).allMatch(HealthCheck::up);
    }

    /** Sent and never settled, they would go out again with each round. */
    @Test
    void noEventLeavesAnOutboxThatCannotBeSettled() throws SQLException {
        writes(false);
        var failure = catchThrowable(() -> scene.drain(scene.relay()));
        var sentMeanwhile = scene.topic.size();
        writes(true);
        scene.drain(scene.relay());

        assertThat(DatabaseAway.isBehind(failure)).isTrue();
        assertThat(sentMeanwhile).isZero();
        assertThat(scene.versions(ORDER)).containsExactly(1);
    }

    @Test
    void workersWaitForIt() throws SQLException {
        var due = new DueTable(orders.dataSource(), "orders.outbox_events", "");
        writes(false);

        var failure = catchThrowable(() -> due.claim(1, Duration.ofMinutes(1)));

        assertThat(DatabaseAway.isBehind(failure)).isTrue();
    }

    /** For connections that are opened from now on. */
    private static void writes(boolean taken) throws SQLException {
        try (var connection = orders.source("switch-over").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute("alter role orders in database " + connection.getCatalog()
                    + " set default_transaction_read_only = " + (taken ? "off" : "on"));
        }
        orders.endConnections();
    }
}
