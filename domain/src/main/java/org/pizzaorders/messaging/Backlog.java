package org.pizzaorders.messaging;

import javax.sql.DataSource;
import org.pizzaorders.operations.api.OutboxBacklog;

/** How far behind an outbox is. */
final class Backlog {

    private final Service service;
    private final Sql sql;
    private final String read;

    Backlog(Service service, DataSource dataSource) {
        this.service = service;
        this.sql = new Sql(dataSource);
        read = "select count(*) as unpublished, count(*) filter (where attempts > 0) as failing,"
                + " min(created_at) as oldest from " + service.table("outbox_events") + " where published_at is null";
    }

    OutboxBacklog read() {
        return sql.query(
                        read,
                        row -> new OutboxBacklog(
                                service.schema(),
                                row.getLong("unpublished"),
                                row.getLong("failing"),
                                Sql.instant(row, "oldest")))
                .get(0);
    }
}
