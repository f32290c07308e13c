package org.pizzaorders.messaging.outbox;

import javax.sql.DataSource;
import org.pizzaorders.database.Sql;
import org.pizzaorders.operations.api.OutboxBacklog;
import org.pizzaorders.shared.Service;

/**
 * How far behind an outbox is. Takes no longer for millions of events than for some: counts end at
 * {@value #COUNTED}, each follows an index, and the oldest is the one with the smallest id.
 */
public final class Backlog {

    public static final int COUNTED = 10_000;

    /** A figure is not worth more: the table may be locked for maintenance. */
    private static final int PATIENCE_SECONDS = 1;

    private final Service service;
    private final Sql sql;
    private final String read;

    public Backlog(Service service, DataSource dataSource) {
        this.service = service;
        this.sql = new Sql(dataSource, PATIENCE_SECONDS);
        var unpublished = " from " + service.table("outbox_events") + " where published_at is null";
        read = "select (select count(*) from (select 1" + unpublished + " order by id limit " + COUNTED + ") waiting)"
                + " as unpublished, (select count(*) from (select 1" + unpublished
                + " and attempts > 0 order by aggregate_id, id limit " + COUNTED + ") refused) as failing,"
                + " first.created_at as oldest, extract(epoch from now() - first.created_at) as age"
                + " from (select 1) one left join lateral (select created_at" + unpublished
                + " order by id limit 1) first on true";
    }

    public OutboxBacklog read() {
        return sql.query(
                        read,
                        row -> new OutboxBacklog(
                                service.schema(),
                                row.getLong("unpublished"),
                                row.getLong("failing"),
                                row.getLong("unpublished") == COUNTED,
                                Sql.instant(row, "oldest"),
                                row.getObject("oldest") == null ? null : Math.max(0, row.getLong("age"))))
                .get(0);
    }
}
