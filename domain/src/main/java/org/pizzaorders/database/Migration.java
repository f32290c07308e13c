package org.pizzaorders.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema of one service up to date: the tables of messaging (versions 001 to 099), then the service's own
 * (from 100). Safe with several instances starting at once: Flyway lets one work and the others wait.
 */
public final class Migration {

    private final Flyway flyway;

    private Migration(Flyway flyway) {
        this.flyway = flyway;
    }

    /**
     * @param schema of the service; its migrations have the same name
     * @param resources sees the migrations of the service
     */
    public static Migration of(String schema, DataSource dataSource, ClassLoader resources) {
        return new Migration(Flyway.configure(resources)
                .dataSource(dataSource)
                .defaultSchema(schema)
                .locations("classpath:db/migration/messaging", "classpath:db/migration/" + schema)
                // What services share is numbered below what is their own, and grows too.
                .outOfOrder(true)
                // An older version restarts beside a newer one, whose shared migrations it lacks.
                .ignoreMigrationPatterns("*:missing", "*:future")
                .load());
    }

    /** Outside any transaction: Flyway makes its own. After a failure it may be run again, and goes on. */
    public void run() {
        flyway.migrate();
    }
}
