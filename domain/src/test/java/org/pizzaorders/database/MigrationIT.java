package org.pizzaorders.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.pizzaorders.environment.SteadyClock;
import org.pizzaorders.local.TestServices;
import org.pizzaorders.shared.Service;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationIT {

    private final PGSimpleDataSource source = source();

    private static PGSimpleDataSource source() {
        var access = TestServices.database().service("orders");
        var source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        return source;
    }

    @Test
    void instancesThatStartTogetherMigrateOnce() {
        var starts = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> migration().run()))
                .limit(4)
                .toArray(CompletableFuture[]::new);

        assertThat(CompletableFuture.allOf(starts)).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void anOlderInstanceStartsBesideANewerOneWithMoreMigrations() throws SQLException {
        migration().run();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into orders.flyway_schema_history select 1000, '099', 'of a newer version', type,"
                    + " 'V099__of_a_newer_version.sql', checksum, installed_by, installed_on, execution_time, success"
                    + " from orders.flyway_schema_history where version = '001'");
        }

        assertThatCode(() -> migration().run()).doesNotThrowAnyException();
    }

    /** As a pool hands it out when the database has just been restarted. */
    @Test
    void theStartSurvivesAConnectionThatBreaks() {
        var handedOut = new AtomicInteger();
        var breaking = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = source.getConnection();
                if (handedOut.getAndIncrement() == 0) {
                    connection.close();
                }
                return connection;
            }
        };

        patience(Duration.ofSeconds(30)).run("test", () -> migration(breaking).run());

        assertThat(handedOut).hasValueGreaterThan(1);
    }

    @Test
    void aFailureThatIsNotAnOutageEndsTheStartAtOnce() {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> patience(Duration.ofMinutes(1)).run("test", () -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("planted", new SQLException("no such table", "42P01"));
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void theWaitHasALimit() {
        source.setPortNumbers(new int[] {1});

        assertThatThrownBy(() ->
                        patience(Duration.ZERO).run("test", () -> migration().run()))
                .hasRootCauseInstanceOf(ConnectException.class);
    }

    private Migration migration() {
        return migration(source);
    }

    private Migration migration(DataSource dataSource) {
        return Migration.of(Service.ORDERS.schema(), dataSource, getClass().getClassLoader());
    }

    private static DatabasePatience patience(Duration patience) {
        return new DatabasePatience(patience, SteadyClock.started());
    }
}
