package org.pizzaorders.messaging;

import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema of one service up to date: the tables of messaging (versions 001 to 099), then the service's own
 * (from 100). Safe with several instances starting at once: Flyway lets one work and the others wait.
 */
final class Migration {

    /** Ten minutes are what Payara's and WildFly's own tools wait for a deployment. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int PAUSE_SECONDS = 5;

    private final Flyway flyway;

    private Migration(Flyway flyway) {
        this.flyway = flyway;
    }

    /** @param resources sees the migrations of the service */
    static Migration of(Service service, DataSource dataSource, ClassLoader resources) {
        return of(service, dataSource, resources, PATIENCE);
    }

    /** @param patience how long a database that is away is waited for, about */
    static Migration of(Service service, DataSource dataSource, ClassLoader resources, Duration patience) {
        return new Migration(Flyway.configure(resources)
                .dataSource(dataSource)
                .defaultSchema(service.schema())
                .locations("classpath:db/migration/messaging", "classpath:db/migration/" + service.schema())
                // What services share is numbered below what is their own, and grows too.
                .outOfOrder(true)
                // An older version restarts beside a newer one, whose shared migrations it lacks.
                .ignoreMigrationPatterns("*:missing", "*:future")
                .connectRetries(Math.toIntExact(patience.toSeconds() / PAUSE_SECONDS))
                .connectRetriesInterval(PAUSE_SECONDS)
                .load());
    }

    /** Outside any transaction: Flyway makes its own. */
    void run() {
        flyway.migrate();
    }
}
