package org.pizzaorders.messaging.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.pizzaorders.database.Sql;
import org.pizzaorders.operations.api.DeadLetterGroup;
import org.pizzaorders.operations.api.DeadLetterKind;
import org.pizzaorders.operations.api.DeadLetterQuery;
import org.pizzaorders.operations.api.DeadLetterReason;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.operations.api.DeadLetterView;
import org.pizzaorders.shared.Cursor;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.Service;

/** The view of operators on the dead letters of a service: everything except the payload. Thread-safe. */
final class DeadLetterArchive {

    private static final int MOST_GROUPS = 100;

    /** The count of events behind a dead letter ends here. */
    static final int COUNTED = 10_000;

    private final Service service;
    private final Sql sql;
    private final String views;
    private final String groups;

    DeadLetterArchive(Service service, DataSource dataSource) {
        this.service = service;
        this.sql = new Sql(dataSource);
        var table = service.table("dead_letters");
        var outbox = service.table("outbox_events");
        // One count for all dead letters. The outbox may be long, so the conditions match its index, and the count is
        // limited.
        var kept = "with held as materialized (select id, aggregate_id from " + outbox + " where published_at is null"
                + " and attempts > 0 and next_attempt_at = 'infinity'), waiting as materialized (select id, aggregate_id"
                + " from " + outbox + " where published_at is null and id > (select min(id) from held)"
                + " order by id limit " + COUNTED + "), kept as (select h.id, count(*) as number from held h"
                + " join waiting w on w.aggregate_id = h.aggregate_id and w.id > h.id group by h.id)";
        var parked = "(select count(*) from (select 1 from " + table + " p where p.status = 'PARKED'"
                + " and p.consumer = d.consumer and p.topic = d.topic and p.record_key = d.record_key"
                + " and p.position > d.position order by p.position limit " + COUNTED + ") later)";
        var behind = "case when d.kind = 'OUTGOING' then coalesce(kept.number, 0)"
                + " when d.status in ('OPEN', 'REDRIVING') then " + parked + " else 0 end";
        var from = " from " + table + " d left join kept on kept.id = d.outbox_id where ";
        views = kept + " select d.*, " + behind + " as behind" + from;
        groups = kept + " select fingerprint, consumer, event_type, reason, max(causes) as causes, count(*) as number,"
                + " sum(" + behind + ") as behind,"
                + " min(first_failed_at) as first_failed_at, max(last_failed_at) as last_failed_at" + from;
    }

    Page<DeadLetterView> list(DeadLetterQuery query) {
        var filter = new Filter(query);
        query.page().after().ifPresent(cursor -> filter.add("d.id < ?", cursor.after()));
        filter.parameters.add(query.page().limit() + 1);
        var found = sql.query(
                views + filter.condition() + " order by d.id desc limit ?", this::view, filter.parameters.toArray());
        return Page.of(
                found, query.page().limit(), each -> each, each -> new Cursor(DeadLetterQuery.CURSOR, each.id()));
    }

    List<DeadLetterGroup> groups(DeadLetterQuery query) {
        var filter = new Filter(query);
        filter.add("d.fingerprint is not null");
        return sql.query(
                groups + filter.condition() + " group by fingerprint, consumer, event_type, reason"
                        + " order by number desc, fingerprint limit " + MOST_GROUPS,
                this::group,
                filter.parameters.toArray());
    }

    Optional<DeadLetterView> find(UUID id) {
        return sql.query(views + "d.id = ?", this::view, id).stream().findFirst();
    }

    private DeadLetterView view(ResultSet row) throws SQLException {
        return new DeadLetterView(
                row.getObject("id", UUID.class),
                service.schema(),
                DeadLetterKind.valueOf(row.getString("kind")),
                DeadLetterStatus.valueOf(row.getString("status")),
                row.getString("consumer"),
                row.getString("topic"),
                row.getObject("record_partition", Integer.class),
                row.getObject("record_offset", Long.class),
                row.getString("record_key"),
                row.getString("event_id"),
                row.getString("event_type"),
                reason(row),
                Sql.texts(row, "causes"),
                row.getString("fingerprint"),
                row.getInt("attempts"),
                Sql.instant(row, "first_failed_at"),
                Sql.instant(row, "last_failed_at"),
                row.getInt("behind"),
                Sql.instant(row, "resolved_at"));
    }

    private DeadLetterGroup group(ResultSet row) throws SQLException {
        return new DeadLetterGroup(
                row.getString("fingerprint"),
                service.schema(),
                row.getString("consumer"),
                row.getString("event_type"),
                reason(row),
                Sql.texts(row, "causes"),
                row.getLong("number"),
                row.getLong("behind"),
                Sql.instant(row, "first_failed_at"),
                Sql.instant(row, "last_failed_at"));
    }

    private static DeadLetterReason reason(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return reason == null ? null : DeadLetterReason.valueOf(reason);
    }

    /** The condition of a query, with its parameters. */
    private static final class Filter {

        private static final String AGO = "now() - ? * interval '1 millisecond'";

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        Filter(DeadLetterQuery query) {
            query.status()
                    .ifPresentOrElse(status -> add("d.status = ?", status.name()), () -> add("d.status <> 'PARKED'"));
            query.reason().ifPresent(reason -> add("d.reason = ?", reason.name()));
            query.type().ifPresent(type -> add("d.event_type = ?", type));
            query.fingerprint().ifPresent(fingerprint -> add("d.fingerprint = ?", fingerprint));
            query.olderThan().ifPresent(age -> add("d.first_failed_at < " + AGO, age.toMillis()));
            query.newerThan().ifPresent(age -> add("d.first_failed_at >= " + AGO, age.toMillis()));
        }

        void add(String condition, Object... values) {
            conditions.add(condition);
            parameters.addAll(List.of(values));
        }

        String condition() {
            return String.join(" and ", conditions);
        }
    }
}
