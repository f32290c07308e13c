package org.pizzaorders.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pizzaorders.local.TestServices;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationIT {

    @Test
    void instancesThatStartTogetherMigrateOnce() {
        var access = TestServices.database().service("orders");
        var source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());

        var starts = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> Migration.of(Service.ORDERS, source, getClass().getClassLoader())
                                .run()))
                .limit(4)
                .toArray(CompletableFuture[]::new);

        assertThat(CompletableFuture.allOf(starts)).succeedsWithin(Duration.ofSeconds(30));
    }
}
