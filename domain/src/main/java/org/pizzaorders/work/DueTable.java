package org.pizzaorders.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.pizzaorders.database.Sql;
import org.pizzaorders.database.StorageException;
import org.pizzaorders.database.Writes;

/**
 * Claims due rows of a table by lease. The table has {@code id uuid} and {@code next_attempt_at timestamptz}: when the
 * row falls due, or null for never. A claim moves this time forward by the lease. So only one of several instances gets
 * the row, and if the claimer dies, the row falls due again. A claimer must settle the row within the lease; after that
 * another instance may claim it too.
 */
public final class DueTable {

    private final DataSource dataSource;
    private final String table;
    private final String claim;

    /**
     * @param table with its schema
     * @param onClaim further assignments of the claim, such as {@code status = 'PROCESSING'}; empty for none. It
     *     becomes part of the statement, so it must never come from outside
     */
    public DueTable(DataSource dataSource, String table, String onClaim) {
        this(dataSource, table, onClaim, "");
    }

    /**
     * @param condition selects rows, such as {@code channel = 'SMS'}; empty for all. It must never come from outside
     */
    public DueTable(DataSource dataSource, String table, String onClaim, String condition) {
        this(dataSource, table, "next_attempt_at", onClaim, condition);
    }

    private DueTable(DataSource dataSource, String table, String due, String onClaim, String condition) {
        this.dataSource = dataSource;
        this.table = table;
        // The selection is a materialized CTE. As a subquery of the condition it could run again for each row and skip
        // the rows it locked before, so the limit would have no effect.
        this.claim = "with claimed as materialized (select id from " + table + " where " + due + " <= now()"
                + (condition.isEmpty() ? "" : " and " + condition)
                + " order by " + due + " limit ? for update skip locked)"
                + " update " + table + " t set " + due + " = now() + ? * interval '1 millisecond'"
                + (onClaim.isEmpty() ? "" : ", " + onClaim)
                + " from claimed where t.id = claimed.id returning ";
    }

    /** For a table whose due time is in another column. */
    public static DueTable by(String due, DataSource dataSource, String table) {
        return new DueTable(dataSource, table, due, "", "");
    }

    /** Claims up to {@code limit} due rows, in its own transaction; call it outside any other. */
    public List<UUID> claim(int limit, Duration lease) {
        return claim(limit, lease, "t.id", row -> row.getObject(1, UUID.class));
    }

    /**
     * The same, and reads of each claimed row what its attempt needs.
     *
     * @param columns of the row {@code t}, as the claim leaves it, such as {@code t.id, t.address}. They become part of
     *     the statement, so they must never come from outside
     */
    public <T> List<T> claim(int limit, Duration lease, String columns, Sql.Row<T> row) {
        try (var connection = dataSource.getConnection()) {
            return claim(connection, limit, lease, columns, row);
        } catch (SQLException e) {
            throw new StorageException("claim rows of " + table, e);
        }
    }

    private <T> List<T> claim(Connection connection, int limit, Duration lease, String columns, Sql.Row<T> row)
            throws SQLException {
        try (var statement = connection.prepareStatement(claim + columns)) {
            statement.setInt(1, limit);
            statement.setLong(2, lease.toMillis());
            var claimed = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    claimed.add(row.of(rows));
                }
            }
            return claimed;
        } catch (SQLException e) {
            Writes.discardIfReadOnly(dataSource, connection, e);
            throw e;
        }
    }
}
