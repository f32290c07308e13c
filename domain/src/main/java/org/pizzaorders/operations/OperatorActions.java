package org.pizzaorders.operations;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.pizzaorders.database.Sql;
import org.pizzaorders.operations.api.AuditEntry;
import org.pizzaorders.operations.api.OperatorAction;
import org.pizzaorders.shared.Cursor;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;
import org.pizzaorders.shared.Service;

/** The audit of a service: what operators did, written in the same transaction. Thread-safe. */
public final class OperatorActions {

    private final Service service;
    private final Sql sql;
    private final String insert;
    private final String list;

    public OperatorActions(Service service, DataSource dataSource) {
        this.service = service;
        this.sql = new Sql(dataSource);
        var table = service.table("operator_actions");
        insert = "insert into " + table + " (id, taken_by, action, target, reason, touched) values (?, ?, ?, ?, ?, ?)";
        list = "select * from " + table + " where (cast(? as uuid) is null or id < ?) order by id desc limit ?";
    }

    /** Runs in the transaction of this thread. */
    public void record(OperatorAction action) {
        sql.update(
                insert, Ids.next(), action.by(), action.action(), action.target(), action.reason(), action.touched());
    }

    /** Newest first. */
    public Page<AuditEntry> list(PageRequest page) {
        var after = page.after().map(Cursor::after).orElse(null);
        List<AuditEntry> found = sql.query(
                list,
                row -> new AuditEntry(
                        row.getObject("id", UUID.class),
                        service.schema(),
                        Sql.instant(row, "taken_at"),
                        new OperatorAction(
                                row.getString("action"),
                                row.getString("target"),
                                row.getString("reason"),
                                row.getString("taken_by"),
                                row.getInt("touched"))),
                after,
                after,
                page.limit() + 1);
        return Page.of(found, page.limit(), each -> each, each -> new Cursor(AuditEntry.CURSOR, each.id()));
    }
}
