package org.pizzaorders.messaging.outbox;

import javax.sql.DataSource;
import org.pizzaorders.database.Sql;
import org.pizzaorders.operations.api.OutboxBacklog;
import org.pizzaorders.shared.Service;

/**
 * How far behind an outbox is. The query is as fast for millions of events as for a few: counts end at {@value
 * #COUNTED} and use an index. The oldest event is the fresh one with the smallest id, or the oldest of the counted
 * events that failed.
 */
public final class Backlog {

    public static final int COUNTED = 10_000;

    /** The table may be locked for maintenance, and these figures are not worth a longer wait. */
    private static final int PATIENCE_SECONDS = 1;

    private final Service service;
    private final Sql sql;
    private final String read;

    public Backlog(Service service, DataSource dataSource) {
        this.service = service;
        this.sql = new Sql(dataSource, PATIENCE_SECONDS);
        var unpublished = " from " + service.table("outbox_events") + " where published_at is null";
        var fresh = unpublished + " and attempts = 0 order by id limit ";
        var refused = unpublished + " and attempts > 0 order by aggregate_id, id limit ";
        read = "select least(" + COUNTED + ", f.number + r.number) as unpublished, r.number as failing, oldest,"
                + " extract(epoch from now() - oldest) as age"
                + " from (select count(*) as number from (select 1" + fresh + COUNTED + ") counted) f,"
                + " (select count(*) as number, min(created_at) as since from (select created_at" + refused + COUNTED
                + ") counted) r left join (select created_at" + fresh + "1) first on true,"
                + " lateral (select least(first.created_at, r.since) as oldest) age";
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
