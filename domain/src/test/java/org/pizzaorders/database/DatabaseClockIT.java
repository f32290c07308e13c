package org.pizzaorders.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;
import org.pizzaorders.work.DueTable;

/** What falls due is written by servers whose clocks are off, and claimed by what the database says. */
class DatabaseClockIT {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private static ServiceFixture orders;

    private final DueTable table = new DueTable(orders.dataSource(), "orders.errands", "");

    @BeforeAll
    static void prepareTheDatabase() {
        orders = ServiceFixture.of(Service.ORDERS);
        orders.execute("create table orders.errands (id uuid primary key, next_attempt_at timestamptz)");
    }

    @AfterAll
    static void close() {
        orders.close();
    }

    @BeforeEach
    void clear() {
        orders.execute("delete from orders.errands");
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 0, 10})
    void claimsDueRowsAtOnceEvenIfTheServersClockIsWrong(int minutes) throws SQLException {
        var clock = new DatabaseClock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes)));
        clock.set(orders.dataSource());
        var due = errand(clock.instant().minusMillis(150));
        errand(clock.instant().plusSeconds(60));

        assertThat(table.claim(10, LEASE)).isEqualTo(List.of(due));
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void nobodyElseClaimsALeasedRowEvenIfTheirClockIsWrong(int minutes) throws SQLException {
        var clock = new DatabaseClock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes)));
        clock.set(orders.dataSource());
        errand(clock.instant().minusMillis(150));
        table.claim(10, LEASE);

        assertThat(table.claim(10, LEASE)).isEmpty();
        assertThat(orders.rows("select 1 from orders.errands where next_attempt_at < now() + interval '61 seconds'"))
                .hasSize(1);
    }

    @Test
    void aClockThatAgreesIsNotCorrected() throws SQLException {
        var server = Clock.systemUTC();
        var clock = new DatabaseClock(server);
        clock.set(orders.dataSource());

        var before = server.instant();
        var told = clock.instant();

        assertThat(told).isBetween(before, server.instant());
    }

    private static UUID errand(Instant due) {
        var id = Ids.next();
        orders.execute(
                "insert into orders.errands (id, next_attempt_at) values (?, ?)", id, due.atOffset(ZoneOffset.UTC));
        return id;
    }
}
