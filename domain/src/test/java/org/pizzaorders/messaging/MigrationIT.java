package org.pizzaorders.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pizzaorders.local.TestServices;
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
    void anOlderInstanceStartsAgainBesideANewerOneWithMoreSharedMigrations() throws SQLException {
        migration().run();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into orders.flyway_schema_history select 1000, '099', 'of a newer version', type,"
                    + " 'V099__of_a_newer_version.sql', checksum, installed_by, installed_on, execution_time, success"
                    + " from orders.flyway_schema_history where version = '001'");
        }

        assertThatCode(() -> migration().run()).doesNotThrowAnyException();
    }

    private Migration migration() {
        return Migration.of(Service.ORDERS, source, getClass().getClassLoader());
    }
}
