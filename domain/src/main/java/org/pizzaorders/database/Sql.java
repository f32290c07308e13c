package org.pizzaorders.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Runs statements on a data source, in the transaction of this thread if there is one. Thread-safe. */
public final class Sql {

    private final DataSource dataSource;
    private final int patienceSeconds;

    public Sql(DataSource dataSource) {
        this(dataSource, 0);
    }

    /**
     * @param patienceSeconds time-out of each statement; zero for none
     */
    public Sql(DataSource dataSource, int patienceSeconds) {
        this.dataSource = dataSource;
        this.patienceSeconds = patienceSeconds;
    }

    /** @return how many rows it changed */
    public int update(String sql, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("write what the service keeps", e);
        }
    }

    public <T> List<T> query(String sql, Row<T> row, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StorageException("read what the service keeps", e);
        }
    }

    private void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        if (patienceSeconds > 0) {
            statement.setQueryTimeout(patienceSeconds);
        }
        for (var i = 0; i < parameters.length; i++) {
            var value = parameters[i];
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof UUID[] ids) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("uuid", ids));
            } else if (value instanceof String[] texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
            } else if (value instanceof Long[] numbers) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("bigint", numbers));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** Null for null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** Maps the current row of the result. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
