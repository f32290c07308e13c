package org.pizzaorders.messaging;

import java.time.Duration;
import javax.sql.DataSource;

/** Deletes dead letters that were settled long ago; those that wait stay for as long as they do. */
final class DeadLetterPurge {

    private static final int AT_A_TIME = 1_000;

    private final Sql sql;
    private final String delete;
    private final Duration retention;

    DeadLetterPurge(Service service, DataSource dataSource, Duration retention) {
        this.sql = new Sql(dataSource);
        this.retention = retention;
        var table = service.table("dead_letters");
        delete = "delete from " + table + " where id in (select id from " + table
                + " where resolved_at < now() - ? * interval '1 second' and next_attempt_at is null limit "
                + AT_A_TIME + ")";
    }

    /** Outside any transaction, a thousand at a time. */
    void run() {
        var deleted = AT_A_TIME;
        while (deleted == AT_A_TIME) {
            deleted = sql.update(delete, retention.toSeconds());
        }
    }
}
