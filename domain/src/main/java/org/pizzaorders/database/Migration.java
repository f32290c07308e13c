package org.pizzaorders.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema of one service up to date: the tables of messaging (versions 001 to 099), then the service's own
 * (from 100). Several instances may start at once: Flyway lets one migrate while the others wait.
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
                // Shared migrations have lower numbers than the service's own, and new ones appear later: so out of
                // order is allowed.
                .outOfOrder(true)
                // An older version may restart beside a newer one and then lacks its shared migrations.
                .ignoreMigrationPatterns("*:missing", "*:future")
                .load());
    }

    /**
     * Runs outside any transaction: Flyway makes its own. After a failure, call it again; it goes on where it stopped.
     */
    public void run() {
        flyway.migrate();
    }
}
