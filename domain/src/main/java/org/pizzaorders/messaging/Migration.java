package org.pizzaorders.messaging;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema of one service up to date: the tables of messaging (versions 001 to 099), then the service's own
 * (from 100). Safe with several instances starting at once: Flyway lets one work and the others wait.
 */
final class Migration {

    private final Flyway flyway;

    private Migration(Flyway flyway) {
        this.flyway = flyway;
    }

    /** @param resources sees the migrations of the service */
    static Migration of(Service service, DataSource dataSource, ClassLoader resources) {
        return new Migration(Flyway.configure(resources)
                .dataSource(dataSource)
                .defaultSchema(service.schema())
                .locations("classpath:db/migration/messaging", "classpath:db/migration/" + service.schema())
                // What services share is numbered below what is their own, and grows too.
                .outOfOrder(true)
                // An older version restarts beside a newer one, whose shared migrations it lacks.
                .ignoreMigrationPatterns("*:missing", "*:future")
                .load());
    }

    /** Outside any transaction: Flyway makes its own. After a failure it may be run again, and goes on. */
    void run() {
        flyway.migrate();
    }
}
